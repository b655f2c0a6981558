import { measure, report } from '../bench/measure';
import { startEscPosPrinter } from '../helpers/escpos-printer';
import { expect, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { doctorId } from './helpers/patients';
import { printToNetwork } from './helpers/printers';

const TOKENS = 40;

/** `npm run bench`: from asking for a token until its slip is handed over, in the real app, beside a call that only reads. */
test('issue to paper', async ({ launch }) => {
  test.setTimeout(300_000);
  const printer = await startEscPosPrinter();
  const app = await launch();
  await printToNetwork(app, printer);
  const doctor = await doctorId(app);
  const issue = (name: string, run: number) =>
    callFrom(app.home, 'tokens.issue', {
      doctorId: doctor,
      source: 'walk_in',
      patientName: `${name} ${run}`,
      patientContact: `9${name.length}000${String(run).padStart(5, '0')}`,
    });
  const floor = await measure('a call that reads (floor)', TOKENS, () =>
    callFrom(app.home, 'app.status', {}),
  );
  const paper = await measure('ask for a token … its slip is handed over', TOKENS, async (run) => {
    const before = printer.slips.length;
    await issue('Asha', run);
    await printer.slipCount(before + 1);
  });
  const sent = async () =>
    (await callFrom(app.home, 'slips.jobs', { states: ['queued', 'printing', 'failed', 'unknown'] })).length;
  await expect.poll(sent).toBe(0);
  expect(printer.strayBytes).toBe(0);
  process.stdout.write(`${report('Slips on an 80 mm network printer', [floor, paper])}\n`);
  await printer.unplug();
});
