import { expect, resize, test } from './helpers/app';
import { prepareKiosk, walkKiosk } from './helpers/kiosk-walk';
import { answered, mainWindow } from './helpers/main-process';

test.use({ prints: true });

test('a calibrated screen has larger targets', async ({ launch }) => {
  const app = await launch();
  const kiosk = await app.openKiosk();
  await resize(app, kiosk, 1080, 1920);
  await kiosk.evaluate(() => localStorage.setItem('kiosk.pxPerMm', '6'));
  await kiosk.reload();
  await kiosk.getByTestId('kiosk-language-en').click();
  const box = await kiosk.getByTestId('kiosk-back').boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(120);
});

test('at 200 % zoom the whole visit can be made', async ({ launch }) => {
  const app = await launch();
  await prepareKiosk(app);
  const kiosk = await app.openKiosk();
  await resize(app, kiosk, 1024, 768);
  const window = await mainWindow(app, kiosk);
  await answered(() => window.evaluate((browserWindow) => browserWindow.webContents.setZoomFactor(2)));
  await expect.poll(() => kiosk.evaluate(() => innerWidth)).toBe(512);
  await walkKiosk(app, kiosk, 'ta', async (step) => {
    const sideways = await kiosk.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(sideways, step).toBe(false);
  });
});
