import type { Token } from '../../src/shared/model/token';
import { type EscPosPrinter, startEscPosPrinter } from '../helpers/escpos-printer';
import { expect, killApp, type RunningApp, test } from './helpers/app';
import { openBoard } from './helpers/board';
import { callFrom } from './helpers/bridge';
import { openDesk } from './helpers/desk';
import { issueOne } from './helpers/patients';
import { printToNetwork } from './helpers/printers';

test.use({ prints: true });

/** How often the power goes. `KILL_RUNS=50 npm run test:e2e -- killed-printing` for the long proof. */
const ROUNDS = Number(process.env.KILL_RUNS ?? 5);
/** In the long form the waiting room's and the desk's windows are open as well, as in a clinic. */
const WITH_WINDOWS = process.env.KILL_RUNS !== undefined;
/** About what a slip of an 80 mm roll is in bytes. */
const SLIP_BYTES = 80_000;

/**
 * When the power goes, in turn: after the answer, while the printer stands still in the middle, at the first byte, at
 * the cut, after the end, or anywhere between.
 */
const moments = ['issued', 'stalled', 'connected', 'cut', 'sent', 'within', 'within'] as const;

/** A small generator with a fixed seed, so that a round that fails can be run again. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Waits until no job is queued or printing; what failed is tried again by itself. */
async function settled({ home }: RunningApp): Promise<void> {
  const open = () => callFrom(home, 'slips.jobs', { states: ['queued', 'printing', 'failed'] });
  await expect.poll(async () => (await open()).length, { timeout: 30_000 }).toBe(0);
}

async function untilMoment(
  moment: (typeof moments)[number],
  app: RunningApp,
  printer: EscPosPrinter,
  before: { readonly bytes: number; readonly connections: number; readonly slips: number },
  share: number,
  token: Token,
): Promise<void> {
  if (moment === 'stalled') {
    const { stallAfter } = printer.behaviour;
    await printer.until(() => printer.bytes >= before.bytes + stallAfter);
  }
  if (moment === 'connected') await printer.until(() => printer.connections > before.connections);
  if (moment === 'within') {
    await printer.until(
      () => printer.bytes >= before.bytes + share * SLIP_BYTES || printer.slips.length > before.slips,
    );
  }
  if (moment === 'cut') await printer.until(() => printer.slips.length > before.slips);
  if (moment === 'sent') {
    const state = async () => (await callFrom(app.home, 'slips.job', { tokenId: token.id })).state;
    await expect.poll(state).toBe('sent');
  }
}

test(`killed ${ROUNDS} times while printing: no token is lost, nothing is printed twice unmarked, every job tells the truth`, async ({
  launch,
}) => {
  test.setTimeout(60_000 + ROUNDS * (WITH_WINDOWS ? 60_000 : 20_000));
  const random = numbers(20_260_105);
  const printer = await startEscPosPrinter();
  const setUp = await launch();
  await printToNetwork(setUp, printer);
  await killApp(setUp);

  const states = new Map<string, number>();
  const start = async (): Promise<RunningApp> => {
    const started = await launch();
    if (!WITH_WINDOWS) return started;
    await openDesk(started);
    await started.openKiosk();
    await openBoard(started);
    return started;
  };
  let app = await start();
  for (let round = 1; round <= ROUNDS; round += 1) {
    const before = { bytes: printer.bytes, connections: printer.connections, slips: printer.slips.length };
    const moment = moments[(round - 1) % moments.length] ?? 'within';
    const share = random();
    if (moment === 'stalled') printer.behaviour.stallAfter = Math.ceil(share * SLIP_BYTES);
    const token = await issueOne(app, {
      patientName: `Patient ${round}`,
      patientContact: `90000${String(round).padStart(5, '0')}`,
    });
    expect(token.number).toBe(`A-${String(round).padStart(3, '0')}`);
    await untilMoment(moment, app, printer, before, share, token);
    await killApp(app);
    printer.behaviour.stallAfter = Number.POSITIVE_INFINITY;

    app = await start();
    await settled(app);
    const job = await callFrom(app.home, 'slips.job', { tokenId: token.id });
    const came = printer.slips.slice(before.slips);
    const told = `${token.number}, killed when ${moment} ${share.toFixed(2)}: ${job.state}, ${came.length} came out`;
    expect(['sent', 'unknown'], told).toContain(job.state);
    expect(came.length, told).toBeLessThanOrEqual(1);
    if (job.state === 'sent')
      expect(
        came.map(({ cut }) => cut),
        told,
      ).toEqual([true]);
    states.set(job.state, (states.get(job.state) ?? 0) + 1);
    if (WITH_WINDOWS && round % 10 === 0) console.log(`${round} kills:`, Object.fromEntries(states));
  }
  // Both ways of ending were tried: one that is over is sent, one that stands still is unknown.
  const least = Math.floor(ROUNDS / moments.length) || 1;
  expect(states.get('sent') ?? 0).toBeGreaterThanOrEqual(least);
  expect(states.get('unknown') ?? 0).toBeGreaterThanOrEqual(least);

  const view = await callFrom(app.home, 'books.view', { doctorId: await doctorOf(app) });
  expect(view.tokens.map(({ sequence }) => sequence)).toEqual(
    Array.from({ length: ROUNDS }, (_, index) => index + 1),
  );
  const unknown = await callFrom(app.home, 'slips.jobs', { states: ['unknown'] });
  const printedBefore = printer.slips.length;
  for (const { job } of unknown) await callFrom(app.home, 'slips.settle', { jobId: job.id, cameOut: false });
  await printer.slipCount(printedBefore + unknown.length);
  await settled(app);
  for (const { job } of unknown) {
    expect(await callFrom(app.home, 'slips.job', { tokenId: job.tokenId })).toMatchObject({
      state: 'sent',
      copy: 1,
    });
  }
  expect(printer.slips.length).toBe(printedBefore + unknown.length);
  await printer.unplug();
});

async function doctorOf({ home }: RunningApp) {
  const [first] = await callFrom(home, 'doctors.summaries', {});
  if (!first) throw new Error('No doctor.');
  return first.doctor.id;
}
