import type { Page } from '@playwright/test';
import { printTargetSchema } from '../../src/shared/model/print-settings';
import { expect, killApp, type RunningApp, test, windowOf } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { type PrintServer, startPrintServer } from './helpers/cups';
import { long } from './helpers/long';
import { doctorId, issueOne } from './helpers/patients';
import { printToQueue } from './helpers/printers';

test.use({ prints: true });

let server: PrintServer;
test.beforeEach(async () => {
  server = await startPrintServer();
  await server.addPrinter('SlipPDF');
});
test.afterEach(() => server.end());

/** A walk-in, and how the slip stands from then on. */
async function slipOf(app: RunningApp, person = 1): Promise<() => Promise<string>> {
  const patientContact = `900000000${person}`;
  const { id } = await issueOne(app, { patientName: `Person ${person}`, patientContact });
  return async () => {
    const { state, problem } = await callFrom(app.home, 'slips.job', { tokenId: id });
    return problem === null ? state : `${state}: ${problem}`;
  };
}

async function openPrinterPanel(app: RunningApp): Promise<Page> {
  await callFrom(app.home, 'windows.open', { screen: 'desk' });
  const desk = await windowOf(app.electron, 'desk');
  await desk.getByTestId('desk-station').click();
  await desk.getByTestId('desk-station-panel').waitFor();
  return desk;
}

test('a queue that is switched off gets nothing: the slip has failed, the desk says why, and it comes out once when the queue is back', async ({
  launch,
}) => {
  await server.tell('cupsdisable', 'SlipPDF');
  const app = await launch({ env: server.env });
  await printToQueue(app, 'SlipPDF');
  const slip = await slipOf(app);
  await expect.poll(slip).toBe('failed: queue_stopped');
  expect(await server.openJobs()).toEqual([]);
  const desk = await openPrinterPanel(app);
  await expect(desk.getByTestId('desk-printer-desk')).toHaveAttribute('data-health', 'stopped');
  await expect(desk.getByTestId('desk-printer-desk')).toContainText('its queue stands still');
  await expect(desk.getByTestId('desk-slip-A-001')).toContainText('queue on this computer is stopped');
  await expect(desk.getByTestId('desk-slips-none')).toHaveCount(0);

  await server.tell('cupsenable', 'SlipPDF');
  await expect.poll(slip, { timeout: 90_000 }).toBe('sent');
  await expect(desk.getByTestId('desk-slips-none')).toBeVisible();
  expect(await server.completedJobs()).toEqual(['SlipPDF-1']);
});

test(
  'a queue that takes nothing: no slip is said to be handed over, and CUPS has no job',
  long,
  async ({ launch }) => {
    await server.tell('cupsreject', 'SlipPDF');
    const app = await launch({ env: server.env });
    await printToQueue(app, 'SlipPDF');
    const slip = await slipOf(app);
    await expect.poll(slip).toBe('failed: queue_closed');
    expect(await server.openJobs()).toEqual([]);
    await server.tell('cupsaccept', 'SlipPDF');
    await expect.poll(slip, { timeout: 90_000 }).toBe('sent');
    expect(await server.completedJobs()).toEqual(['SlipPDF-1']);
  },
);

test(
  'six slips pile up behind one that is held: all six wait and say so, and each comes out once when it is let go',
  long,
  async ({ launch }) => {
    test.slow();
    await server.tell('lpadmin', '-p', 'SlipPDF', '-o', 'job-hold-until-default=indefinite');
    const app = await launch({ env: server.env });
    await printToQueue(app, 'SlipPDF');
    const slips = [];
    for (let person = 1; person <= 6; person += 1) slips.push(await slipOf(app, person));
    const [first = async () => ''] = slips;
    await expect.poll(first).toBe('printing: job_held');
    const desk = await openPrinterPanel(app);
    await expect(desk.getByTestId('desk-printer-desk')).toContainText('6 slips wait');
    await expect(desk.getByTestId('desk-printer-desk')).toContainText('its queue stands still');
    await expect(desk.getByTestId('desk-slip-A-001')).toContainText('is held in the printer’s queue');
    await expect(desk.getByTestId('desk-slips-none')).toHaveCount(0);
    expect(await server.openJobs()).toEqual(['SlipPDF-1']);

    await server.tell('lpadmin', '-p', 'SlipPDF', '-o', 'job-hold-until-default=no-hold');
    await server.tell('lp', '-i', 'SlipPDF-1', '-H', 'resume');
    for (const slip of slips) await expect.poll(slip, { timeout: 60_000 }).toBe('sent');
    await expect(desk.getByTestId('desk-slips-none')).toBeVisible();
    expect(await server.completedJobs()).toHaveLength(6);
  },
);

test(
  'killed while its slip is held in the queue, the app finds it there again and prints it no second time',
  long,
  async ({ launch }) => {
    test.slow();
    await server.tell('lpadmin', '-p', 'SlipPDF', '-o', 'job-hold-until-default=indefinite');
    const before = await launch({ env: server.env });
    await printToQueue(before, 'SlipPDF');
    await expect.poll(await slipOf(before)).toBe('printing: job_held');
    await killApp(before);
    const app = await launch({ env: server.env });
    await printToQueue(app, 'SlipPDF');
    await server.tell('lp', '-i', 'SlipPDF-1', '-H', 'resume');
    const [found] = await callFrom(app.home, 'tokens.find', { query: 'Person 1' });
    const tokenId = found?.token.id ?? '';
    await expect
      .poll(async () => (await callFrom(app.home, 'slips.job', { tokenId })).state, { timeout: 30_000 })
      .toBe('sent');
    expect(await server.completedJobs()).toEqual(['SlipPDF-1']);
  },
);

test('a slip that somebody takes out of the queue is unknown, and asks', async ({ launch }) => {
  await server.tell('lpadmin', '-p', 'SlipPDF', '-o', 'job-hold-until-default=indefinite');
  const app = await launch({ env: server.env });
  await printToQueue(app, 'SlipPDF');
  const slip = await slipOf(app);
  await expect.poll(slip).toBe('printing: job_held');
  await server.tell('cancel', 'SlipPDF-1');
  await expect.poll(slip, { timeout: 30_000 }).toBe('unknown: queue_dropped');
  const desk = await openPrinterPanel(app);
  await expect(desk.getByTestId('desk-slip-A-001-did-not')).toBeVisible();
});

test('a printer that takes a slip and never answers delays none of another printer’s, gets it once, and the app ends all the same', async ({
  launch,
}) => {
  await server.addPrinter('Stuck');
  const app = await launch({ env: server.env });
  // Linux hands over without waiting for the printer, Windows does not: what waits there is made to wait here.
  await app.electron.evaluate(({ app: electron }) => {
    electron.on('web-contents-created', (_event, contents) => {
      const print = contents.print.bind(contents);
      contents.print = (options, done) => {
        if (options?.deviceName !== 'Stuck') return print(options, done);
        Object.assign(electron, { handedToStuck: Number(Reflect.get(electron, 'handedToStuck') ?? 0) + 1 });
      };
    });
  });
  const at = (printer: string) => printTargetSchema.parse({ printer });
  await callFrom(app.home, 'settings.change', { print: { desk: at('Stuck'), kiosk: at('SlipPDF') } });
  const stuck = await slipOf(app);
  await expect.poll(stuck).toBe('printing');

  const kioskPage = await app.openKiosk();
  const doctor = await doctorId(app);
  for (let person = 2; person <= 4; person += 1) {
    const { token } = await callFrom(kioskPage, 'tokens.issue', {
      doctorId: doctor,
      source: 'walk_in',
      patientName: `Person ${person}`,
      patientContact: `900000000${person}`,
      language: 'en',
    });
    const { id } = token;
    await expect
      .poll(async () => (await callFrom(app.home, 'slips.job', { tokenId: id })).state, { timeout: 20_000 })
      .toBe('sent');
  }
  expect(await stuck()).toBe('printing');
  expect(await app.electron.evaluate(({ app: electron }) => Reflect.get(electron, 'handedToStuck'))).toBe(1);
  const layouts = app.electron.windows().filter((page) => page.url().includes('screen=slip'));
  expect(layouts).toHaveLength(2);

  const ended = new Promise((done) => app.electron.process().once('exit', done));
  await app.electron.evaluate(({ app: electron }) => electron.quit());
  await ended;
});
