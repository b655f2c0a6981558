import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { addBook } from '../bench/books';
import { openBenchClinic } from '../bench/clinic';
import { keepFound } from '../bench/results';
import { most, ms, type Row } from '../bench/rows';
import { median } from '../bench/statistics';
import { test } from './helpers/app';
import { longestTask, openBareWindow, openQuietly, scriptMs } from './helpers/bench';
import { callFrom } from './helpers/bridge';
import { setUpClinic } from './helpers/clinic';
import { doctorId } from './helpers/patients';
import { scales } from './helpers/weight';

const part = 'app-screens';
const DOCTORS = 12;
const TOKENS = 300;
const UPDATES = 12;

/** `npm run bench`: the large screens of a large clinic. */
test('first paint and one update with 12 doctors of 300 tokens', async ({ launch, dataFolder }) => {
  test.setTimeout(900_000);
  await setUpClinic(dataFolder, { prints: false });
  const clinic = await openBenchClinic(join(dataFolder, 'opd-tokens.db'));
  for (let doctor = 0; doctor < DOCTORS; doctor += 1) await addBook(clinic, { tokens: TOKENS, seats: 240 });
  await clinic.close();
  const app = await launch();
  const busiest = 'D';
  const doctor = await doctorId(app, busiest);
  const bare = await openBareWindow(app.electron);
  const floor = await longestTask(bare);
  await bare.close();
  const screens: Record<string, Page> = {
    desk: await openQuietly(app, { screen: 'desk' }),
    doctor: await openQuietly(app, { screen: 'doctor', doctorId: doctor }),
    board: await openQuietly(app, { screen: 'board' }),
  };
  const rows: Row[] = [];
  const of = `${DOCTORS} doctors × ${TOKENS} tokens`;
  for (const [name, page] of Object.entries(screens)) {
    const longest = await longestTask(page);
    rows.push({
      ...base,
      what: `${name}: longest task of the first paint, ${of}`,
      measured: ms(longest),
      floor: `${floor === 0 ? 'below 50 ms' : ms(floor)}, a window of one word`,
      figure: longest,
      aim: most(50),
    });
  }
  for (const [name, page] of Object.entries(screens)) {
    const session = await scales(page);
    const began = await page.evaluate(() => performance.now());
    const script: number[] = [];
    for (let update = 0; update < UPDATES; update += 1) {
      const before = await scriptMs(session);
      const { id } = await callFrom(app.home, 'tokens.issue', {
        doctorId: doctor,
        source: 'walk_in',
        patientName: `${name} ${update}`,
        patientContact: `97${name.length}00${String(update).padStart(5, '0')}`,
      }).then(({ token }) => token);
      await callFrom(app.home, 'tokens.cancel', { tokenId: id, reason: 'patient' });
      await settled(page);
      // Two commands: two updates.
      script.push(((await scriptMs(session)) - before) / 2);
    }
    const longest = await longestTask(page, began);
    rows.push({
      ...base,
      what: `${name}: script of one update, ${of}`,
      measured: ms(median(script)),
      figure: median(script),
      aim: most(8),
    });
    rows.push({
      ...base,
      what: `${name}: longest task of an update, ${of}`,
      measured: ms(longest),
      figure: longest,
      aim: most(50),
    });
  }
  keepFound(part, { rows, series: [] });
});

const base = { part, floor: '–', unit: ' ms' };

/** Whatever follows from an event is fetched and drawn. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        let quiet = setTimeout(done, 250);
        new MutationObserver(() => {
          clearTimeout(quiet);
          quiet = setTimeout(done, 250);
        }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
      }),
  );
}
