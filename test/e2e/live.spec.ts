import type { Page } from '@playwright/test';
import { windowOf } from './helpers/app';
import { findings } from './helpers/axe';
import { callFrom } from './helpers/bridge';
import { choosePort, giveCode, openDevices } from './helpers/devices';
import { expect, freePort, test } from './helpers/server';

/** A clinic's minute is a real one here: an alarm after the least that can be set, and the round that looks. */
const ALARM = { timeout: 120_000 };
const NAME = 'Zubeida Qureshi';

const widthOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

test('a manager’s phone sees the morning and no names; an alarm begins, is heard at the desk and answered by a key', async ({
  launch,
  openBrowser,
}) => {
  test.slow();
  const app = await launch({ clock: '2026-01-05T09:00:00+05:30' });
  const [doctor] = await callFrom(app.home, 'doctors.list', {});
  if (!doctor) throw new Error('No doctor.');
  const alarms = { idle: { on: true, limit: 1, quietMinutes: 1 } };
  await callFrom(app.home, 'settings.change', { alarms });
  const wish = { source: 'walk_in' as const, patientName: NAME, patientContact: '9876543210' };
  await callFrom(app.home, 'tokens.issue', { ...wish, doctorId: doctor.id });

  // The window on the PC, from the start screen.
  await app.home.getByTestId('home-open-live').click();
  const live = await windowOf(app.electron, 'live');
  await expect(live.getByTestId(`live-doctor-${doctor.prefix}`)).toContainText('1 waiting');
  await expect(live.getByTestId('live-alarms').locator('li')).toHaveCount(0);

  const port = await freePort();
  const admin = await openDevices(app);
  await choosePort(admin, port);
  await admin.getByTestId('devices-listen-network').click();
  await expect(admin.getByTestId('devices-on')).toBeVisible();
  const code = await giveCode(admin, 'manager');
  const phone = await (await openBrowser({ viewport: { width: 360, height: 740 } })).newPage();
  // Nothing but the PC is asked: it works without the internet.
  const elsewhere: string[] = [];
  phone.on('request', (request) => {
    if (new URL(request.url()).port !== String(port)) elsewhere.push(request.url());
  });
  await phone.goto(`http://127.0.0.1:${port}/#pair=${code}`);
  await expect(phone.getByTestId('live')).toBeVisible();
  await expect(phone.getByTestId(`live-doctor-${doctor.prefix}`)).toContainText('1 waiting');
  expect(await widthOf(phone)).toBeLessThanOrEqual(0);
  await phone.goto(`http://127.0.0.1:${port}/?screen=desk`);
  await expect(phone.getByTestId('live')).toBeVisible();
  await admin.getByTestId('pair-close').click();

  await app.home.getByTestId('home-open-desk').click();
  const desk = await windowOf(app.electron, 'desk');
  const kiosk = await app.openKiosk();
  const toast = desk.getByTestId('alarm-toast').filter({ hasText: 'while people wait' });
  await expect(toast).toBeVisible(ALARM);
  await expect(phone.getByTestId('live-alarms').locator('li')).toHaveCount(1);
  await expect(phone.getByTestId('alarm-toast')).toContainText('while people wait');
  // A phone looks, and never at who it is; patients hear of nothing.
  await expect(phone.getByTestId('live-answer')).toHaveCount(0);
  await expect(phone.getByTestId('alarm-answer')).toHaveCount(0);
  expect(await phone.content()).not.toMatch(/Zubeida|98765/);
  await expect(kiosk.getByTestId('alarm-toast')).toHaveCount(0);
  expect(await findings(phone)).toEqual([]);

  await desk.keyboard.press('Alt+k');
  await expect(toast).toHaveCount(0);
  await expect(phone.getByTestId('alarm-toast')).toHaveCount(0);
  await expect(phone.getByTestId('live-alarms')).toContainText('seen to at');
  const [alarm] = await callFrom(app.home, 'live.alarms', {});
  expect(alarm).toMatchObject({ kind: 'idle', endedAt: null, acknowledgedBy: null });
  expect(alarm?.acknowledgedAt).not.toBeNull();

  // The doctor goes on, and it ends by itself.
  await callFrom(app.home, 'queue.callNext', { doctorId: doctor.id });
  await expect(live.getByTestId('live-log')).toContainText(' to ', ALARM);
  await expect(live.getByTestId('live-alarms')).toHaveCount(0);
  expect(await callFrom(app.home, 'live.alarms', {})).toMatchObject([{ id: alarm?.id, rings: alarm?.rings }]);
  expect(elsewhere).toEqual([]);
});
