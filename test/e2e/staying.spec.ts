import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, type RunningApp, test, windowOf } from './helpers/app';
import { keptAwake, watchAwake } from './helpers/awake';
import { chooseInTray, questionsOf, trayOf, watchBesideWindows } from './helpers/beside-windows';
import { openBoard } from './helpers/board';
import { callFrom } from './helpers/bridge';
import { leaveWith } from './helpers/leave';
import { mainWindow } from './helpers/main-process';
import { pressReally } from './helpers/real-keys';
import { freePort } from './helpers/server';

const [yes, no] = [0, 1];

/** As somebody does by the window's own corner: not Playwright's close, which waits for the window to go. */
async function closeByItsCorner(app: RunningApp, page: Page): Promise<void> {
  const window = await mainWindow(app, page);
  await window.evaluate((browserWindow) => browserWindow.close());
}

/** A board in a browser that is connected, as far as the server knows. */
async function connectDevice(home: Page, port: number, name: string): Promise<void> {
  const { code } = await callFrom(home, 'devices.startPairing', { role: 'booking', name });
  const post = { method: 'POST', headers: { 'content-type': 'application/json' } };
  const paired = await fetch(`http://127.0.0.1:${port}/pair`, { ...post, body: JSON.stringify({ code }) });
  const { token } = (await paired.json()) as { token: string };
  const asked = await fetch(`http://127.0.0.1:${port}/doctors`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(asked.status).toBe(200);
}

const screensOf = (app: RunningApp): string[] =>
  app.electron
    .windows()
    .map((page) => new URL(page.url()).searchParams.get('screen') ?? '')
    .sort();

test('while devices are let in the app goes on without a window: said once, found in the tray and by starting it again, ended after a question', async ({
  launch,
  dataFolder,
}) => {
  const app = await launch();
  await watchBesideWindows(app, no, yes, no, yes);
  await watchAwake(app);
  const port = await freePort();
  await callFrom(app.home, 'settings.change', { network: { listen: 'network', port } });
  await expect.poll(() => trayOf(app)).toContain('Other devices are let in; none is connected');
  expect(await keptAwake(app)).toEqual(['prevent-app-suspension']);
  await connectDevice(app.home, port, 'Site');
  await connectDevice(app.home, port, 'Second site');
  await expect.poll(() => trayOf(app)).toContain('2 devices are connected');

  await test.step('the last window says what goes on, and stays if that was not meant', async () => {
    await closeByItsCorner(app, app.home);
    await expect.poll(() => questionsOf(app)).toHaveLength(1);
    const [said] = await questionsOf(app);
    expect(said?.message).toContain('goes on without this window');
    expect(said?.detail).toContain('2 devices are connected');
    expect(screensOf(app)).toEqual(['home']);
    await closeByItsCorner(app, app.home);
    await expect.poll(() => screensOf(app)).toEqual([]);
    expect(readFileSync(join(dataFolder, 'computer.json'), 'utf8')).toContain('"knowsItGoesOn":true');
    const status = await fetch(`http://127.0.0.1:${port}/`);
    expect(status.ok).toBe(true);
  });

  await test.step('the icon leads back, and the next time nothing is said', async () => {
    await chooseInTray(app, 'Open the start screen');
    const home = await windowOf(app.electron, 'home');
    await home.getByTestId('home-open-desk').waitFor();
    const closed = home.waitForEvent('close');
    await closeByItsCorner(app, home);
    await closed;
    expect(await questionsOf(app)).toHaveLength(2);
  });

  await test.step('so does starting it again', async () => {
    await app.electron.evaluate(({ app: own }) => own.emit('second-instance'));
    const home = await windowOf(app.electron, 'home');
    await home.getByTestId('home-open-desk').waitFor();
  });

  await test.step('nobody is let in any more: nothing keeps the computer awake', async () => {
    const home = await windowOf(app.electron, 'home');
    const network = { listen: 'off', port } as const;
    await callFrom(home, 'settings.change', { network });
    await expect.poll(() => keptAwake(app)).toEqual([]);
    await expect.poll(() => trayOf(app)).toEqual([]);
    await callFrom(home, 'settings.change', { network: { listen: 'network', port } });
    await expect.poll(() => trayOf(app)).toContain('2 devices are connected');
    expect(await keptAwake(app)).toEqual(['prevent-app-suspension']);
  });

  await test.step('quitting says whom it cuts off', async () => {
    await chooseInTray(app, 'Quit OPD Tokens');
    await expect.poll(() => questionsOf(app)).toHaveLength(3);
    const [, , asked] = await questionsOf(app);
    expect(asked?.message).toBe('Quit OPD Tokens?');
    expect(asked?.detail).toBe('2 connected devices get no answer until the app runs again.');
    expect(screensOf(app)).toEqual(['home']);
    const home = await windowOf(app.electron, 'home');
    await home.evaluate(() => localStorage.setItem('staff.language', 'hi'));
    await home.reload();
    await expect.poll(() => trayOf(app)).toContain('2 डिवाइस जुड़े हैं');
    const ended = once(app.electron.process(), 'exit');
    await pressReally(app, home, 'ctrl+q');
    await ended;
  });
});

test('an open board keeps the app; where nothing is cut off it ends unasked', async ({ launch }) => {
  const app = await launch();
  await watchBesideWindows(app, yes);
  expect(await trayOf(app)).toEqual([]);
  const board = await openBoard(app);
  await expect.poll(() => trayOf(app)).toContain('The waiting room board is open');
  await closeByItsCorner(app, app.home);
  await expect.poll(() => screensOf(app)).toEqual(['board']);
  await chooseInTray(app, 'Open reception');
  const desk = await windowOf(app.electron, 'desk');
  await desk.getByTestId('desk-board-A').waitFor();
  await leaveWith(board);
  await expect.poll(() => trayOf(app)).toEqual([]);
  const ended = once(app.electron.process(), 'exit');
  await pressReally(app, desk, 'ctrl+q');
  await ended;
});

test('the end of the session waits for no question', async ({ launch }) => {
  const app = await launch();
  await app.openKiosk();
  await watchBesideWindows(app, 'as the system does');
  const ended = once(app.electron.process(), 'exit');
  await pressReally(app, app.home, 'ctrl+q');
  // The real question stands there: nobody answers it.
  await expect.poll(() => questionsOf(app)).toHaveLength(1);
  app.electron.process().kill('SIGTERM');
  await ended;
});
