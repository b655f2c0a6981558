import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, type RunningApp, screensOf, test, windowOf } from './helpers/app';
import { openBoard } from './helpers/board';
import { DOOR_PIN } from './helpers/clinic';
import { openDesk } from './helpers/desk';
import { answered, boundsOf, mainWindow } from './helpers/main-process';
import { seeMonitors } from './helpers/monitors';
import { openSettings } from './helpers/settings';

const wall = 'Samsung TV';

async function put(
  app: RunningApp,
  page: Page,
  area: { x: number; y: number; width: number; height: number },
) {
  const window = await mainWindow(app, page);
  await answered(() => window.evaluate((browserWindow, place) => browserWindow.setBounds(place), area));
  await expect.poll(() => boundsOf(app, page)).toEqual(area);
}

test('in the morning everything is open again where it was; the board waits for its monitor, and comes with it', async ({
  launch,
}) => {
  const evening = await launch({ comesBack: true });
  await seeMonitors(evening, wall);
  const home = { x: 10, y: 10, width: 1000, height: 700 };
  await put(evening, evening.home, home);
  const desk = await openDesk(evening);
  const deskPlace = { x: 20, y: 30, width: 810, height: 600 };
  await put(evening, desk, deskPlace);
  await evening.openDoctor('A');
  const board = await openBoard(evening);
  const boardPlace = { x: 1300, y: 40, width: 640, height: 480 };
  await put(evening, board, boardPlace);
  await evening.electron.close();

  const morning = await launch({ comesBack: true });
  await morning.home.getByTestId('home-waits-board').waitFor();
  await expect(morning.home.getByTestId('home-waits-board')).toContainText(wall);
  const deskAgain = await windowOf(morning.electron, 'desk');
  await windowOf(morning.electron, 'doctor');
  expect(screensOf(morning)).toEqual(['desk', 'doctor', 'home']);
  await expect.poll(() => boundsOf(morning, deskAgain)).toEqual(deskPlace);
  expect(await boundsOf(morning, morning.home)).toEqual(home);

  await test.step('its monitor is turned on', async () => {
    await seeMonitors(morning, wall);
    const boardAgain = await windowOf(morning.electron, 'board');
    await boardAgain.getByTestId('board').waitFor();
    await expect(morning.home.getByTestId('home-waits-board')).toHaveCount(0);
    expect(await boundsOf(morning, boardAgain)).toEqual(boardPlace);
  });
  await test.step('and off: the board does not come over the desk', async () => {
    await seeMonitors(morning);
    await morning.home.getByTestId('home-waits-board').waitFor();
    await expect.poll(() => screensOf(morning)).toEqual(['desk', 'doctor', 'home']);
  });
  await test.step('one key opens it here', async () => {
    await morning.home.keyboard.press('b');
    await windowOf(morning.electron, 'board');
    await expect(morning.home.getByTestId('home-waits-board')).toHaveCount(0);
  });
});

test('a clinic that does not want it begins with the start screen alone; settings say which monitor the board takes, and where the data are', async ({
  launch,
  dataFolder,
}) => {
  const evening = await launch({ comesBack: true });
  const admin = await openSettings(evening, 'clinic');
  await expect(admin.getByTestId('folder-data')).toHaveText(dataFolder);
  await put(evening, await openDesk(evening), { x: 20, y: 30, width: 810, height: 600 });
  const comesBack = admin.getByTestId('admin-computer-comes-back');
  await expect(comesBack.getByRole('switch')).toBeChecked();
  await comesBack.click();
  await expect(comesBack.getByRole('switch')).not.toBeChecked();
  await admin.getByTestId('admin-board').click();
  await expect(admin.getByTestId('admin-board-monitor')).toContainText('no second monitor');
  await seeMonitors(evening, wall);
  await expect(admin.getByTestId('admin-board-monitor')).toContainText('Samsung TV (1200 × 900)');
  await evening.electron.close();

  const morning = await launch({ comesBack: true });
  await morning.home.getByTestId('home-open-desk').waitFor();
  expect(screensOf(morning)).toEqual(['home']);
});

test('a computer for the kiosk alone: it fills the screen by itself, the PIN leads to the start screen behind it', async ({
  launch,
  dataFolder,
}) => {
  const env = { XDG_CONFIG_HOME: dataFolder };
  const before = await launch({ comesBack: true, env });
  const admin = await openSettings(before, 'clinic');
  await admin.getByTestId('admin-computer-kiosk').click();
  await expect(admin.getByTestId('admin-computer-comes-back')).toHaveCount(0);
  const entry = join(dataFolder, 'autostart', 'opd-tokens.desktop');
  const withSystem = admin.getByTestId('admin-computer-with-system');
  await expect(withSystem.getByRole('switch')).not.toBeChecked();
  await withSystem.click();
  await expect(withSystem.getByRole('switch')).toBeChecked();
  expect(readFileSync(entry, 'utf8')).toMatch(/^Exec=".*--user-data-dir=/m);
  await before.electron.close();

  const app = await launch({ comesBack: true, env });
  const kiosk = await windowOf(app.electron, 'kiosk');
  await kiosk.getByTestId('kiosk-language-en').waitFor();
  expect(screensOf(app)).toEqual(['home', 'kiosk']);
  const window = await mainWindow(app, kiosk);
  await window.evaluate((browserWindow) => browserWindow.close());
  await kiosk.getByTestId('leave-pin').fill(DOOR_PIN);
  const closed = kiosk.waitForEvent('close');
  await kiosk.getByTestId('leave-yes').click();
  await closed;
  await app.home.getByTestId('home-open-desk').waitFor();
  expect(screensOf(app)).toEqual(['home']);
  await app.electron.close();

  await test.step('the command line has the last word', async () => {
    const board = await launch({ comesBack: true, switches: ['--station=board'], env });
    await (await windowOf(board.electron, 'board')).getByTestId('board').waitFor();
    expect(screensOf(board)).toEqual(['board', 'home']);
  });
});
