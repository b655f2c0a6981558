import type { Page } from '@playwright/test';
import { expect, type RunningApp, test, windowOf } from './helpers/app';
import { keptAwake, watchAwake } from './helpers/awake';
import { openBoard } from './helpers/board';
import { callFrom } from './helpers/bridge';
import { DOOR_PIN, setUpClinic } from './helpers/clinic';
import { openDesk } from './helpers/desk';
import { leaveWith } from './helpers/leave';
import { answered, mainWindow } from './helpers/main-process';
import { pressReally, waysOut } from './helpers/real-keys';
import { openSettings } from './helpers/settings';

interface State {
  readonly windows: number;
  readonly devTools: boolean;
  readonly zoom: number;
  readonly fullScreen: boolean;
}

async function stateOf(app: RunningApp, page: Page): Promise<State> {
  const window = await mainWindow(app, page);
  const own = await answered(() =>
    window.evaluate((browserWindow) => ({
      devTools: browserWindow.webContents.isDevToolsOpened(),
      zoom: browserWindow.webContents.getZoomLevel(),
      fullScreen: browserWindow.isFullScreen(),
    })),
  );
  return { ...own, windows: app.electron.windows().length };
}

/** The mark is gone if the page was loaded anew. */
async function mark(page: Page): Promise<void> {
  await page.evaluate(() => document.body.setAttribute('data-mark', 'same'));
}

test('real keys reach the menu from a staff window: so the next tests press real ones', async ({
  launch,
}) => {
  const app = await launch();
  await pressReally(app, app.home, 'ctrl+2');
  await expect.poll(() => app.electron.windows().length).toBe(2);
});

for (const screen of ['kiosk', 'board'] as const) {
  test(`no key leads from the ${screen} to what is for staff, out of it, or to another look; the PIN alone closes it`, async ({
    launch,
  }) => {
    const app = await launch();
    const page = screen === 'kiosk' ? await app.openKiosk() : await openBoard(app);
    await page.getByTestId(screen === 'kiosk' ? 'kiosk-language-en' : 'board').waitFor();
    // Doctors changed: every window is given the new menu.
    await callFrom(app.home, 'settings.change', {});
    await mark(page);
    const before = await stateOf(app, page);
    await pressReally(app, page, ...waysOut);
    // What the keys above did not do, this one does: they have all been heard by then.
    await pressReally(app, page, 'ctrl+shift+l');
    await page.getByTestId('leave-pin').waitFor();
    expect(await stateOf(app, page)).toEqual(before);
    await expect(page.locator('body')).toHaveAttribute('data-mark', 'same');

    await test.step('closing it by the window system asks for the PIN, and the PIN closes it', async () => {
      await page.getByTestId('leave-back').click();
      await expect(page.getByTestId('leave-pin')).toHaveCount(0);
      const window = await mainWindow(app, page);
      await window.evaluate((browserWindow) => browserWindow.close());
      await page.getByTestId('leave-pin').fill('1111');
      await page.getByTestId('leave-yes').click();
      await expect(page.getByTestId('leave-error')).toContainText('not right');
      await page.getByTestId('leave-pin').fill(DOOR_PIN);
      const closed = page.waitForEvent('close');
      await page.getByTestId('leave-yes').click();
      await closed;
      expect(app.electron.windows()).toHaveLength(1);
    });
  });
}

test('a kiosk whose own page closes it is back at once, also where it is the only window', async ({
  launch,
}) => {
  const app = await launch();
  await app.openKiosk();
  await callFrom(app.home, 'app.status', {});
  const kiosks = (): Promise<string[]> =>
    app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .map((window) => `${window.id} ${new URL(window.webContents.getURL()).searchParams.get('screen')}`)
        .filter((name) => name.endsWith(' kiosk')),
    );
  const [before = ''] = await kiosks();
  await app.electron.evaluate(({ BrowserWindow }) => {
    const all = BrowserWindow.getAllWindows();
    for (const window of all) {
      const screen = new URL(window.webContents.getURL()).searchParams.get('screen');
      if (screen === 'home') window.destroy();
      if (screen === 'kiosk') void window.webContents.executeJavaScript('window.close()');
    }
  });
  await expect
    .poll(
      async () => (await kiosks().catch(() => [])).filter((name) => name !== before && name !== '').length,
      {
        timeout: 15_000,
      },
    )
    .toBe(1);
});

test('each window says in the task bar which screen it is; the display stays awake for board and kiosk, no longer', async ({
  launch,
}) => {
  const app = await launch();
  const titleOf = async (page: Page): Promise<string> =>
    answered(async () => (await mainWindow(app, page)).evaluate((window) => window.getTitle()));
  const says = (page: Page, title: string) => expect.poll(() => titleOf(page)).toBe(`${title} · OPD Tokens`);
  await watchAwake(app);
  const awake = async () => (await keptAwake(app)).includes('prevent-display-sleep');
  await says(app.home, 'Start');
  const desk = await openDesk(app);
  await says(desk, 'Reception desk');
  const doctor = await app.openDoctor('A');
  await says(doctor, 'Dr Anjali Rao, queue');
  expect(await awake()).toBe(false);
  const kiosk = await app.openKiosk();
  await says(kiosk, 'Patient kiosk');
  const board = await openBoard(app);
  await says(board, 'Waiting room board');
  expect(await awake()).toBe(true);
  await leaveWith(kiosk);
  expect(await awake()).toBe(true);
  await leaveWith(board);
  await expect.poll(awake).toBe(false);
  await app.home.evaluate(() => localStorage.setItem('staff.language', 'hi'));
  await says(desk, 'रिसेप्शन');
  await says(doctor, 'Dr Anjali Rao, कतार');
});

test('no PIN is there before the clinic chooses one: the first kiosk asks for it, and settings never say what it is', async ({
  launch,
  dataFolder,
}) => {
  await setUpClinic(dataFolder, { prints: false, doorPin: null });
  const app = await launch();
  const admin = await openSettings(app, 'clinic');
  await admin.getByTestId('admin-clinic-pin-missing').waitFor();
  await app.home.getByTestId('home-open-kiosk').click();
  await app.home.getByTestId('door-pin').fill('1234');
  await app.home.getByTestId('door-pin-save').click();
  await expect(app.home.getByTestId('door-pin-error')).toContainText('too easily');
  await app.home.getByTestId('door-pin').fill('8264');
  await app.home.getByTestId('door-pin-save').click();
  const kiosk = await windowOf(app.electron, 'kiosk');
  await kiosk.getByTestId('kiosk-language-en').waitFor();
  await leaveWith(kiosk, '8264');
  await admin.getByTestId('admin-clinic-pin-own').waitFor();
  const field = admin.getByTestId('admin-clinic-pin');
  await expect(field).toHaveValue('');
  await field.fill('12');
  await expect(admin.getByTestId('admin-clinic-pin-error')).toBeVisible();
  await field.fill('7391');
  await field.press('Enter');
  await expect(field).toHaveValue('');
  expect(await admin.content()).not.toMatch(/7391|8264/);
});
