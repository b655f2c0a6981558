import { keepFound } from '../bench/results';
import { ms } from '../bench/rows';
import { median } from '../bench/statistics';
import { startEscPosPrinter } from '../helpers/escpos-printer';
import { expect, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { doctorId } from './helpers/patients';
import { printToNetwork } from './helpers/printers';

const TOKENS = 30;

/** `npm run bench`: from asking for a token until its slip is handed over to a network printer. */
test('issue to paper', async ({ launch }) => {
  test.setTimeout(300_000);
  const printer = await startEscPosPrinter();
  const app = await launch();
  await printToNetwork(app, printer);
  const doctor = await doctorId(app);
  const numbered: number[] = [];
  const handedOver: number[] = [];
  for (let run = 0; run < TOKENS; run += 1) {
    const before = printer.slips.length;
    const began = performance.now();
    await callFrom(app.home, 'tokens.issue', {
      doctorId: doctor,
      source: 'walk_in',
      patientName: `Asha ${run}`,
      patientContact: `94000${String(run).padStart(5, '0')}`,
    });
    numbered.push(performance.now() - began);
    await printer.slipCount(before + 1);
    handedOver.push(performance.now() - began);
  }
  const sent = async () =>
    (await callFrom(app.home, 'slips.jobs', { states: ['queued', 'printing', 'failed', 'unknown'] })).length;
  await expect.poll(sent).toBe(0);
  expect(printer.strayBytes).toBe(0);
  keepFound('app-print', {
    series: [],
    rows: [
      {
        part: 'app-print',
        what: 'asking for a token … its 80 mm slip is handed over to a network printer',
        measured: ms(median(handedOver)),
        floor: `${ms(median(numbered))}, the number alone`,
        figure: median(handedOver),
        unit: ' ms',
        aim: null,
      },
    ],
  });
  await printer.unplug();
});
