import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './helpers/app';
import { laptop, picture } from './helpers/pictures';
import { openSettings } from './helpers/settings';

/** What a computer does by itself in the morning, for `npm run screens`: what waits for its monitor, and the settings. */
test('a board and a kiosk that wait, and what can be chosen', async ({ launch, dataFolder }) => {
  test.slow();
  const monitor = { id: 7, label: 'Samsung TV', bounds: { x: 5000, y: 0, width: 1920, height: 1080 } };
  const kept = ['board', 'kiosk'].map((screen) => ({ screen, doctorId: null, place: null, monitor }));
  writeFileSync(join(dataFolder, 'open-windows.json'), JSON.stringify(kept));
  const app = await launch({ comesBack: true });
  const admin = await openSettings(app, 'clinic');
  for (const language of ['en', 'hi'] as const) {
    for (const page of [app.home, admin]) {
      await page.evaluate((value) => localStorage.setItem('staff.language', value), language);
      await page.reload();
    }
    await app.home.getByTestId('home-waits-kiosk').waitFor();
    await expect(app.home.getByTestId('home-waits-board')).toContainText('Samsung TV');
    await picture(app, app.home, laptop, `home-waits-${language}`);
    await picture(app, app.home, [820, 700], `home-waits-${language}`);
    await admin.getByTestId('admin-computer-comes-back').scrollIntoViewIfNeeded();
    await picture(app, admin, laptop, `admin-computer-${language}`);
  }
});
