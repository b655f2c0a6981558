import { expect, test, windowOf } from './helpers/app';
import { openBoard } from './helpers/board';
import { callFrom } from './helpers/bridge';
import { laptop, picture, portrait, wide } from './helpers/pictures';

/** What locks kiosk and board, for `npm run screens`: the PIN's setting, the way out, after hours, a page given up. */
test('the PIN in settings', async ({ launch }) => {
  test.slow();
  const app = await launch();
  await callFrom(app.home, 'windows.open', { screen: 'admin' });
  const admin = await windowOf(app.electron, 'admin');
  for (const language of ['en', 'hi'] as const) {
    await admin.evaluate((value) => localStorage.setItem('staff.language', value), language);
    await admin.reload();
    await admin.getByTestId('admin-clinic-pin').scrollIntoViewIfNeeded();
    await picture(app, admin, laptop, `admin-pin-${language}`);
  }
  await callFrom(app.home, 'kiosk.changePin', { pin: '7391' });
  await admin.getByTestId('admin-clinic-pin-own').waitFor();
  await picture(app, admin, laptop, 'admin-pin-own-hi');
});

test('the way out of the board, in each language', async ({ launch }) => {
  test.slow();
  const app = await launch();
  for (const language of ['en', 'hi', 'ta', 'ar'] as const) {
    await callFrom(app.home, 'settings.change', { board: { language } });
    const board = await openBoard(app);
    await expect(board.locator('html')).toHaveAttribute('lang', language);
    await board.keyboard.press('Control+Shift+L');
    await board.getByTestId('leave-pin').waitFor();
    await picture(app, board, wide, `board-leave-${language}`);
    await board.getByTestId('leave-back').click();
  }
});

test('after hours, and a page given up', async ({ launch }) => {
  test.slow();
  const app = await launch({ clock: '2026-01-05T19:00:00+05:30' });
  const kiosk = await app.openKiosk();
  await kiosk.getByTestId('kiosk-closed').waitFor();
  await picture(app, kiosk, portrait, 'kiosk-after-hours');
  await app.home.goto('app://opd/index.html?screen=stopped&back=%3Fscreen%3Dhome');
  await app.home.getByTestId('stopped').waitFor();
  await picture(app, app.home, laptop, 'stopped');
});
