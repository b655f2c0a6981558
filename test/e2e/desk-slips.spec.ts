import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startEscPosPrinter } from '../helpers/escpos-printer';
import { expect, type RunningApp, test } from './helpers/app';
import { findings } from './helpers/axe';
import { callFrom } from './helpers/bridge';
import { openDesk } from './helpers/desk';
import { doctorId, issueOne, slipsAreMade } from './helpers/patients';

test.use({ prints: true });

test('a slip that did not come out is listed with its reason, and one key tries again', async ({
  launch,
  dataFolder,
}) => {
  const app = await launch();
  const { print } = await callFrom(app.home, 'settings.read', {});
  const lost = { ...print.desk, way: 'device' as const, device: join(dataFolder, 'nothing', 'here') };
  const folder = join(dataFolder, 'kiosk-slips');
  const kiosk = { ...print.desk, way: 'pdf' as const, folder };
  await callFrom(app.home, 'settings.change', { print: { desk: lost, kiosk } });
  const token = await issueOne(app);
  const jobState = async () => (await callFrom(app.home, 'slips.job', { tokenId: token.id })).state;
  await expect.poll(jobState).toBe('failed');
  const desk = await openDesk(app);
  await desk.keyboard.press('F9');
  const row = desk.getByTestId(`desk-slip-${token.number}`);
  await expect(row).toContainText('not plugged in');
  await expect(desk.getByTestId(`desk-slip-${token.number}-again`)).toBeFocused();
  await desk.keyboard.press('o');
  await expect.poll(jobState).toBe('sent');
  await expect(row).toBeHidden();
  // The desk's own printer is still away: nobody can say that all is well.
  await expect(desk.getByTestId('desk-slips-none')).toBeHidden();
  const view = await callFrom(app.home, 'books.view', { doctorId: await doctorId(app) });
  expect(view.tokens).toMatchObject([{ number: token.number, status: 'active' }]);
  await slipsAreMade(app);
});

/** The desk's slips go to this printer from now on. */
async function printAt(app: RunningApp, port: number): Promise<void> {
  const { print } = await callFrom(app.home, 'settings.read', {});
  const desk = { ...print.desk, way: 'network' as const, host: '127.0.0.1', port };
  await callFrom(app.home, 'settings.change', { print: { desk } });
}

async function openPanel(app: RunningApp): Promise<Page> {
  const desk = await openDesk(app);
  await desk.keyboard.press('F9');
  await desk.getByTestId('desk-station-panel').waitFor();
  return desk;
}

test('of a slip that may have come out staff say whether it did: no prints a duplicate', async ({
  launch,
}) => {
  const printer = await startEscPosPrinter({ cutAfter: 4_000 });
  const app = await launch();
  await printAt(app, printer.port);
  const token = await issueOne(app);
  const jobOf = () => callFrom(app.home, 'slips.job', { tokenId: token.id });
  await expect.poll(async () => (await jobOf()).state).toBe('unknown');
  const desk = await openPanel(app);
  await expect(desk.getByTestId('desk-station')).toContainText('1 slip to see to');
  await expect(desk.getByTestId(`desk-slip-${token.number}`)).toHaveAttribute('data-state', 'unknown');
  expect(await findings(desk)).toEqual([]);
  printer.behaviour.cutAfter = Number.POSITIVE_INFINITY;
  await expect(desk.getByTestId(`desk-slip-${token.number}-came-out`)).toBeFocused();
  await desk.keyboard.press('n');
  await expect.poll(jobOf).toMatchObject({ state: 'sent', copy: 1 });
  await expect(desk.getByTestId('desk-slips-none')).toBeVisible();
  const whole = printer.slips.filter(({ cut }) => cut);
  expect(whole).toHaveLength(1);
  await slipsAreMade(app);
  await printer.unplug();
});

test('slips that did come out are ticked off one after the other by one key, and nothing is printed', async ({
  launch,
}) => {
  const printer = await startEscPosPrinter({ cutAfter: 4_000 });
  const app = await launch();
  await printAt(app, printer.port);
  const tokens = [await issueOne(app), await issueOne(app, { patientName: 'Bo' })];
  const jobOf = (tokenId: (typeof tokens)[number]['id']) => callFrom(app.home, 'slips.job', { tokenId });
  for (const { id } of tokens) await expect.poll(async () => (await jobOf(id)).state).toBe('unknown');
  const desk = await openPanel(app);
  for (const { id, number } of tokens) {
    await expect(desk.getByTestId(`desk-slip-${number}-came-out`)).toBeFocused();
    await desk.keyboard.press('y');
    await expect.poll(() => jobOf(id)).toMatchObject({ state: 'sent', copy: 0 });
    await expect(desk.getByTestId(`desk-slip-${number}`)).toHaveCount(0);
  }
  await expect(desk.getByTestId('desk-slips-none')).toBeVisible();
  expect(printer.slips.filter(({ cut }) => cut)).toHaveLength(0);
  await printer.unplug();
});
