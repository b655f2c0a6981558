import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { windowOf } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { choosePort, giveCode, openDevices } from './helpers/devices';
import { laptop, picture } from './helpers/pictures';
import { expect, freePort, test } from './helpers/server';

/** The live page for `npm run screens`: on the PC and on a phone, with alarms and without, and their settings. */
const folder = join(import.meta.dirname, '../../out/screens');
const ALARM = { timeout: 120_000 };

async function phonePicture(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.screenshot({
      path: join(folder, `${name}-360x740-${colorScheme}.png`),
      animations: 'disabled',
    });
  }
}

for (const language of ['en', 'hi'] as const) {
  test(`live page, ${language}`, async ({ launch, openBrowser }) => {
    test.slow();
    const app = await launch({ clock: '2026-01-05T09:58:00+05:30' });
    const { home } = app;
    await home.getByTestId(`home-language-${language}`).click();
    await picture(app, home, laptop, `live-0-start-${language}`);
    const doctors = await callFrom(home, 'doctors.list', {});
    await callFrom(home, 'settings.change', {
      alarms: {
        idle: { on: true, limit: 1, quietMinutes: 15 },
        disk: { on: true, limit: 100_000, quietMinutes: 240 },
      },
      rules: { targetMinutes: { paid: 1, follow_up: 30, walk_in: 45, online: 45 } },
    });
    for (const [index, { id: doctorId }] of doctors.entries()) {
      for (let person = 0; person < 4 - index; person += 1) {
        const patientContact = `98765432${index}${person}`;
        const source = person % 2 === 0 ? ('paid' as const) : ('walk_in' as const);
        await callFrom(home, 'tokens.issue', { doctorId, source, patientName: 'Asha', patientContact });
      }
    }
    const busy = await callFrom(home, 'queue.callNext', { doctorId: doctors[2]?.id as never });
    await callFrom(home, 'tokens.start', { tokenId: busy.id });
    await home.getByTestId('home-open-live').click();
    const live = await windowOf(app.electron, 'live');
    await expect(live.getByTestId('live-doctor-A')).toBeVisible();
    await picture(app, live, laptop, `live-1-quiet-${language}`);
    const admin = await openDevices(app);
    await admin.getByTestId('admin-alarms').click();
    await picture(app, admin, [1366, 1400], `live-4-settings-${language}`);
    await admin.getByTestId('admin-devices').click();
    const port = await freePort();
    await choosePort(admin, port);
    await admin.getByTestId('devices-listen-network').click();
    await expect(admin.getByTestId('devices-on')).toBeVisible();
    const code = await giveCode(admin, 'manager');
    const phone = await (await openBrowser({ viewport: { width: 360, height: 740 } })).newPage();
    await phone.addInitScript((chosen) => localStorage.setItem('staff.language', chosen), language);
    await phone.goto(`http://127.0.0.1:${port}/#pair=${code}`);
    await expect(phone.getByTestId('live')).toBeVisible(ALARM);
    await expect(live.getByTestId('live-alarms').locator('li')).toHaveCount(3, ALARM);
    await picture(app, live, laptop, `live-2-alarms-${language}`);
    await picture(app, live, [400, 740], `live-2-alarms-${language}`);
    await phonePicture(phone, `live-3-phone-${language}`);
    await home.getByTestId('home-open-desk').click();
    const desk = await windowOf(app.electron, 'desk');
    await expect(desk.getByTestId('alarm-answer')).toBeVisible();
    await picture(app, desk, laptop, `live-5-desk-${language}`);
  });
}
