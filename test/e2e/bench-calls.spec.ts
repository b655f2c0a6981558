import type { Page } from '@playwright/test';
import { keepFound } from '../bench/results';
import { most, ms, type Row } from '../bench/rows';
import { median, quantile } from '../bench/statistics';
import { test } from './helpers/app';
import {
  emptyChange,
  expectPaint,
  openBareWindow,
  PAINT_LIMIT_MS,
  paintedAt,
  roundTrips,
  watchPaint,
} from './helpers/bench';
import { openBoard } from './helpers/board';
import { callFrom } from './helpers/bridge';
import { openDesk } from './helpers/desk';
import { fillKiosk } from './helpers/kiosk';
import { doctorId } from './helpers/patients';

const part = 'app-calls';
const TURNS = 20;
const CALLS = 25;
const TAPS = 15;
const EVENTS = 18;

/** `npm run bench`: from a window to the main process and back, to the number on the screen, to the other windows. */
test('calls, taps and events in the app', async ({ launch }) => {
  test.setTimeout(900_000);
  const app = await launch();
  const bare = await openBareWindow(app.electron);
  const times = { bare: [] as number[], app: [] as number[] };
  for (let turn = 0; turn <= TURNS; turn += 1) {
    const found = {
      bare: await roundTrips(bare, CALLS, 'bare'),
      app: await roundTrips(app.home, CALLS, 'app'),
    };
    if (turn === 0) continue;
    times.bare.push(...found.bare);
    times.app.push(...found.app);
  }
  await bare.close();
  const rows: Row[] = [
    {
      part,
      what: 'IPC round trip of app.status, over an empty one',
      measured: ms(median(times.app)),
      floor: `${ms(median(times.bare))}, an invoke of nothing`,
      figure: median(times.app) - median(times.bare),
      unit: ' ms',
      aim: most(3),
    },
  ];

  const kiosk = await app.openKiosk();
  const taps: number[] = [];
  const commits: number[] = [];
  for (let tap = 0; tap <= TAPS; tap += 1) {
    commits.push(await issueAt(app.home, await doctorId(app, 'B'), tap));
    taps.push(await tapToNumber(kiosk, tap));
  }
  rows.push({
    part,
    what: 'kiosk: tap to number on the screen, over the call that issues it',
    measured: ms(median(taps.slice(1))),
    floor: `${ms(median(commits.slice(1)))}, tokens.issue and its answer`,
    figure: median(taps.slice(1)) - median(commits.slice(1)),
    unit: ' ms',
    aim: most(40),
  });

  const doctor = await doctorId(app, 'C');
  for (let person = 0; person < EVENTS; person += 1) await issueAt(app.home, doctor, 100 + person);
  const screens = {
    desk: await openDesk(app),
    doctor: await app.openDoctor('C'),
    board: await openBoard(app),
  };
  for (const page of Object.values(screens)) await watchPaint(page);
  const paints: number[] = [];
  const calls: number[] = [];
  const empty: number[] = [];
  for (let event = 0; event < EVENTS; event += 1) {
    const number = `C-${String(event + 1).padStart(3, '0')}`;
    const nothing = await Promise.all(Object.values(screens).map(emptyChange));
    for (const page of Object.values(screens)) await expectPaint(page, number);
    const { id, took, answeredAt } = await callNext(app.home, doctor);
    const seen = await Promise.all(Object.values(screens).map(paintedAt));
    await callFrom(app.home, 'tokens.start', { tokenId: id });
    await callFrom(app.home, 'tokens.serve', { tokenId: id });
    if (event < 2) continue;
    calls.push(took);
    empty.push(...nothing);
    paints.push(...seen.map((at) => Math.max(0, at - answeredAt)));
  }
  rows.push({
    part,
    what: `a call to paint in three other windows (desk, doctor, board), from its answer (after ${ms(median(calls))})`,
    measured: `median ${ms(median(paints))}, p95 ${ms(quantile(paints, 0.95))}`,
    floor: `median ${ms(median(empty))}, p95 ${ms(quantile(empty, 0.95))}, an empty change of their state`,
    figure: quantile(paints, 0.95),
    unit: ' ms',
    aim: most(50),
  });
  keepFound(part, { rows, series: [] });
});

/** Asked for as a program would, from a window; answers the ms until its answer. */
function issueAt(page: Page, doctor: Awaited<ReturnType<typeof doctorId>>, person: number): Promise<number> {
  return page.evaluate(
    async ({ doctor, person }) => {
      const began = performance.now();
      const result = await window.api.call('tokens.issue', {
        doctorId: doctor,
        source: 'walk_in',
        patientName: `Somebody ${person}`,
        patientContact: `95000${String(person).padStart(5, '0')}`,
      });
      if (!result.ok) throw new Error(result.error.message);
      return performance.now() - began;
    },
    { doctor, person },
  );
}

/** Ms from the last tap at the kiosk until the number is painted. */
async function tapToNumber(kiosk: Page, person: number): Promise<number> {
  await fillKiosk(kiosk, { name: `Visitor ${person}`, phone: `96000${String(person).padStart(5, '0')}` });
  const took = await kiosk.evaluate(
    (limit) =>
      new Promise<number>((done, failed) => {
        setTimeout(() => failed(new Error(`No number on the kiosk in ${limit} ms.`)), limit);
        let tapped = 0;
        document.addEventListener('pointerup', () => (tapped = performance.now()), {
          once: true,
          capture: true,
        });
        const observer = new MutationObserver(() => {
          if (tapped === 0 || !document.querySelector('[data-testid="kiosk-number"]')) return;
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => done(performance.now() - tapped)));
        });
        observer.observe(document.body, { subtree: true, childList: true });
        const at = document.querySelector('[data-testid="kiosk-confirm"]');
        if (!at) throw new Error('Nothing to confirm.');
        for (const type of ['pointerdown', 'pointerup', 'click']) {
          at.dispatchEvent(
            new PointerEvent(type, {
              bubbles: true,
              cancelable: true,
              pointerType: 'touch',
              isPrimary: true,
            }),
          );
        }
      }),
    PAINT_LIMIT_MS,
  );
  await kiosk.getByTestId('kiosk-done').click();
  await kiosk.getByTestId('kiosk-language-en').waitFor();
  return took;
}

/** Calls the next one, and says when the answer came, ms since 1970. */
function callNext(page: Page, doctor: Awaited<ReturnType<typeof doctorId>>) {
  return page.evaluate(async (doctor) => {
    const began = performance.now();
    const result = await window.api.call('queue.callNext', { doctorId: doctor });
    const ended = performance.now();
    if (!result.ok) throw new Error(result.error.message);
    return { id: result.value.id, took: ended - began, answeredAt: performance.timeOrigin + ended };
  }, doctor);
}
