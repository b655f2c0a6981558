import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { languages } from '../../src/shared/model/language';
import { callFrom } from './helpers/bridge';
import { doctorId } from './helpers/patients';
import { issueLinked } from './helpers/phones';
import { laptop, picture } from './helpers/pictures';
import { expect, freePort, test } from './helpers/server';
import { openSettings } from './helpers/settings';

/** What a patient sees of a token on a phone, and where it is turned on, for `npm run screens`. */

const folder = join(import.meta.dirname, '../../out/screens');
const sizes = [
  { width: 360, height: 640 },
  { width: 412, height: 915 },
] as const;

/** A page of the patients in each language, on each phone, light and dark. */
async function shoot(phone: Page, link: string, name: string): Promise<void> {
  for (const language of languages) {
    await phone.goto(`${link}?l=${language}`);
    for (const size of sizes) {
      await phone.setViewportSize(size);
      for (const colorScheme of ['light', 'dark'] as const) {
        await phone.emulateMedia({ colorScheme });
        const path = join(folder, `phone-${name}-${language}-${size.width}-${colorScheme}.png`);
        await phone.screenshot({ path, fullPage: true });
      }
    }
  }
}

test('the pages of patients, where they are turned on, and the slip that leads there', async ({
  launch,
  openBrowser,
}) => {
  test.setTimeout(300_000);
  const app = await launch();
  await callFrom(app.home, 'settings.change', { phones: { port: await freePort(), address: '127.0.0.1' } });
  const settings = await openSettings(app, 'phones');
  for (const language of ['en', 'hi'] as const) {
    await settings.evaluate((value) => localStorage.setItem('staff.language', value), language);
    for (const on of [false, true]) {
      await callFrom(app.home, 'settings.change', { phones: { on } });
      await settings.reload();
      await settings.getByTestId('phones-port').waitFor();
      if (on) await settings.getByTestId('phones-running').waitFor();
      await picture(app, settings, laptop, `phones-settings-${on ? 'on' : 'off'}-${language}`);
    }
  }

  const first = await issueLinked(app, '9876500001');
  await issueLinked(app, '9876500002');
  const third = await issueLinked(app, '9876500003');
  const last = await issueLinked(app, '9876500004');
  const phone = await (await openBrowser()).newPage();
  await shoot(phone, third.link, 'third');
  await shoot(phone, `http://${first.address}/`, 'short');
  await shoot(phone, `${first.link.slice(0, -4)}0000`, 'gone');
  await callFrom(app.home, 'queue.callNext', { doctorId: await doctorId(app) });
  await shoot(phone, first.link, 'called');
  await callFrom(app.home, 'tokens.cancel', { tokenId: last.token.id });
  await shoot(phone, last.link, 'cancelled');

  for (const paper of ['roll_80', 'roll_58']) {
    const query = new URLSearchParams({ screen: 'slip', token: third.token.id, lang: 'en', paper });
    await app.home.goto(`app://opd/index.html?${query.toString()}`);
    await expect(app.home.locator('html')).toHaveAttribute('data-ready', 'true');
    await app.home.locator('[data-slip]').screenshot({ path: join(folder, `phone-slip-${paper}.png`) });
  }
});
