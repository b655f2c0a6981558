import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, type RunningApp, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { setUpClinic } from './helpers/clinic';
import { openDesk } from './helpers/desk';
import { guardedApp, startGuarded } from './helpers/guarded-app';
import { chooseDoctor } from './helpers/kiosk';
import { answered } from './helpers/main-process';
import { openSettings } from './helpers/settings';

/*
 * A crashed page is lost to Playwright for good, so these look through main, as somebody in front of the screen would:
 * at what the window shows.
 */

type Screen = 'kiosk' | 'board' | 'desk' | 'doctor' | 'home' | 'admin' | 'summary';

/** Runs in main: the contents of the window on this screen. */
async function inWindow(app: RunningApp, screen: Screen, act: 'crash' | 'text' | 'press'): Promise<string> {
  return app.electron.evaluate(
    async ({ webContents }, wish) => {
      const contents = webContents.getAllWebContents().find((one) => {
        const query = new URL(one.getURL()).searchParams;
        return query.get('screen') === wish.screen || query.get('back') === `?screen=${wish.screen}`;
      });
      if (contents === undefined) return 'none';
      if (wish.act === 'crash') {
        // A script sent to a page that is going would never answer.
        const gone = new Promise((done) => contents.once('render-process-gone', done));
        contents.forcefullyCrashRenderer();
        await gone;
        return '';
      }
      if (contents.isCrashed() || contents.isLoading()) return 'dead';
      const script =
        wish.act === 'text'
          ? 'document.documentElement.outerHTML + document.title'
          : "document.querySelector('[data-testid=stopped-restart]').click()";
      return String(await contents.executeJavaScript(script, true));
    },
    { screen, act },
  );
}

const shows = (app: RunningApp, screen: Screen, text: string) =>
  expect.poll(() => inWindow(app, screen, 'text').catch(() => 'dead'), { timeout: 30_000 }).toContain(text);

const signs: Readonly<Record<Screen, string>> = {
  kiosk: 'kiosk-language-en',
  board: 'data-testid="board"',
  desk: 'desk-board-A',
  doctor: 'Dr Anjali Rao, queue',
  home: 'home-open-kiosk',
  admin: 'devices-port',
  summary: 'summary-print',
};

/** Its script never ends, until somebody has noticed: Chromium, or where nobody touches it the app. */
async function hang(app: RunningApp, screen: Screen, by: 'Chromium' | 'app'): Promise<void> {
  await app.electron.evaluate(
    ({ BrowserWindow }, { screen, by }) => {
      const window = BrowserWindow.getAllWindows().find((one) =>
        one.webContents.getURL().includes(`screen=${screen}`),
      );
      void window?.webContents.executeJavaScript('document.body.dataset.mark = "old"; for (;;);');
      if (by === 'Chromium') window?.emit('unresponsive');
    },
    { screen, by },
  );
  await expect
    .poll(
      () =>
        app.electron.evaluate(({ webContents }) =>
          webContents.getAllWebContents().some((one) => one.isCrashed()),
        ),
      { timeout: 60_000, intervals: [20] },
    )
    .toBe(true);
}

async function open(app: RunningApp, screen: Screen): Promise<Page | null> {
  if (screen === 'kiosk') return app.openKiosk();
  if (screen === 'desk') return openDesk(app);
  if (screen === 'doctor') return app.openDoctor('A');
  if (screen === 'board') await callFrom(app.home, 'windows.open', { screen });
  return null;
}

/** Which window stands where, by its screen. */
function windowsNow(app: RunningApp): Promise<Record<string, string>> {
  return answered(() =>
    app.electron.evaluate(({ BrowserWindow }) =>
      Object.fromEntries(
        BrowserWindow.getAllWindows().map((window) => [
          new URL(window.webContents.getURL()).searchParams.get('screen') ?? '',
          JSON.stringify([window.id, window.getBounds(), window.webContents.getURL()]),
        ]),
      ),
    ),
  );
}

test('every window that crashed is back where it was, and it is logged; the kiosk at its start, also after it hung', async ({
  launch,
  dataFolder,
}) => {
  test.slow();
  const app = await launch();
  const admin = await openSettings(app, 'clinic');
  await admin.getByTestId('admin-devices').click();
  const desk = await openDesk(app);
  await app.openDoctor('A');
  for (const screen of ['board', 'summary'] as const) await callFrom(app.home, 'windows.open', { screen });
  const kiosk = await app.openKiosk();
  await chooseDoctor(kiosk, { language: 'hi' });
  await kiosk.getByTestId('kiosk-name').fill('Asha Verma');
  await desk.keyboard.press('F3');
  const screens = ['home', 'admin', 'desk', 'doctor', 'board', 'summary', 'kiosk'] as const;
  for (const screen of screens) await shows(app, screen, screen === 'kiosk' ? 'kiosk-name' : signs[screen]);
  const before = await windowsNow(app);

  await test.step('all at once', async () => {
    await Promise.all(screens.map((screen) => inWindow(app, screen, 'crash')));
    for (const screen of screens) await shows(app, screen, signs[screen]);
    expect(await windowsNow(app)).toEqual(before);
    expect(await inWindow(app, 'kiosk', 'text')).not.toContain('Asha Verma');
    const log = readFileSync(join(dataFolder, 'logs', 'main.log'), 'utf8');
    const gone = log.split('\n').filter((line) => line.includes('a page is gone'));
    expect(gone).toHaveLength(screens.length);
    for (const screen of screens) expect(gone.join()).toContain(screen);
  });

  await test.step('the kiosk hangs', async () => {
    await hang(app, 'kiosk', 'Chromium');
    await shows(app, 'kiosk', signs.kiosk);
    expect(await windowsNow(app)).toEqual(before);
  });

  await test.step('the board hangs, and nobody touches it', async () => {
    await hang(app, 'board', 'app');
    await shows(app, 'board', signs.board);
    expect(await windowsNow(app)).toEqual(before);
  });
});

test('a page that crashes again and again becomes one with a button, which starts it', async ({ launch }) => {
  const app = await launch();
  await open(app, 'kiosk');
  for (let time = 0; time < 3; time += 1) {
    await shows(app, 'kiosk', signs.kiosk);
    await inWindow(app, 'kiosk', 'crash');
  }
  await shows(app, 'kiosk', signs.kiosk);
  await inWindow(app, 'kiosk', 'crash');
  await shows(app, 'kiosk', 'stopped-restart');
  await inWindow(app, 'kiosk', 'press');
  await shows(app, 'kiosk', signs.kiosk);
});

test('whoever opens a screen finds it alive, also one that was given up', async ({ launch }) => {
  const app = await launch();
  await open(app, 'board');
  for (let time = 0; time < 4; time += 1) {
    await shows(app, 'board', signs.board);
    await inWindow(app, 'board', 'crash');
  }
  await shows(app, 'board', 'stopped-restart');
  await callFrom(app.home, 'windows.open', { screen: 'board' });
  await shows(app, 'board', signs.board);
  await inWindow(app, 'board', 'crash');
  await callFrom(app.home, 'windows.open', { screen: 'board' });
  await shows(app, 'board', signs.board);
});

test('a page that hangs does not keep the app from ending', async ({ launch }) => {
  const app = await launch();
  const ended = once(app.electron.process(), 'exit');
  await app.electron.evaluate(({ app: main, BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.once('page-title-updated', () => setTimeout(() => main.quit(), 500));
    const script =
      'addEventListener("beforeunload", () => {}); document.title = "It hangs"; setTimeout(() => { for (;;); }, 100);';
    void window?.webContents.executeJavaScript(script);
  });
  await ended;
});

test('“Start again” on a page that broke loads it again', async ({ launch }) => {
  const app = await launch();
  await app.home.evaluate(() => document.body.setAttribute('data-mark', 'old'));
  await Promise.all([app.home.waitForEvent('load'), app.home.evaluate(() => location.reload())]);
  await expect(app.home.locator('body')).not.toHaveAttribute('data-mark', 'old');

  await test.step('at the part of the settings that was shown', async () => {
    const admin = await openSettings(app, 'clinic');
    await admin.getByTestId('admin-devices').click();
    await Promise.all([admin.waitForEvent('load'), admin.evaluate(() => location.reload())]);
    await admin.getByTestId('devices-port').waitFor();
  });
});

function rememberedScreens(dataFolder: string): string[] {
  const file = join(dataFolder, 'open-windows.json');
  const windows = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { screen: string }[]) : [];
  return windows.map(({ screen }) => screen).sort();
}

test('main that crashes is begun again with its windows; what was given out is there, and a session’s end is the end', async ({
  dataFolder,
}) => {
  test.slow();
  await setUpClinic(dataFolder, { prints: false });
  const started = startGuarded(dataFolder);
  const gone = new Promise((done) => started.once('exit', done));
  const app = guardedApp(dataFolder);
  const everything = ['board', 'desk', 'home', 'kiosk'];
  try {
    await expect.poll(() => app.text('home'), { timeout: 60_000 }).toContain('Lotus Clinic');
    for (const screen of ['desk', 'kiosk', 'board'] as const) await app.call('windows.open', { screen });
    // Each is remembered once it shows.
    await expect.poll(() => rememberedScreens(dataFolder), { timeout: 60_000 }).toEqual(everything);
    const doctorId = (await app.call('doctors.summaries', {})).find(({ doctor }) => doctor.prefix === 'A')
      ?.doctor.id;
    if (doctorId === undefined) throw new Error('No doctor A.');
    const patient = { source: 'walk_in', patientName: 'Asha Verma', patientContact: '9876543210' } as const;
    const { token } = await app.call('tokens.issue', { doctorId, ...patient });
    // Nothing of the app's but its input: the app waits for sockets that others hold too.
    expect(app.heldByGuardian().sort()).toEqual(['0', '1', '2']);
    const before = app.port();
    started.kill('SIGSEGV');
    await gone;

    await app.begunAgain(before);
    await expect.poll(app.screens, { timeout: 60_000 }).toEqual(everything);
    await expect.poll(() => app.text('desk'), { timeout: 60_000 }).toContain(token.number);
  } finally {
    await app.end();
  }
  // The guard is over with it: nothing begins again, and in the morning all of it comes back.
  expect(await app.screens()).toEqual([]);
  expect(rememberedScreens(dataFolder)).toEqual(everything);
});
