import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LaunchOptions, type RunningApp, windowOf } from './helpers/app';
import { DOOR_PIN } from './helpers/clinic';
import { giveCode } from './helpers/devices';
import { takeToken } from './helpers/kiosk';
import { mainWindow } from './helpers/main-process';
import { pressReally, waysOut } from './helpers/real-keys';
import { expect, freePort, pairOn, test as serverTest } from './helpers/server';
import { openSettings } from './helpers/settings';

/** The data folder of a computer that is not the one with the clinic's data. */
const test = serverTest.extend<{ otherFolder: string }>({
  otherFolder: async ({ playwright: _unused }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'opd-e2e-other-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
});

const visitor = { name: 'Asha Verma', phone: '9876543210' };

/** Answers the system's questions so, and keeps what was asked; nothing begins again beside the test. */
async function answerWith(app: RunningApp, response: number): Promise<() => Promise<string>> {
  const asked = await app.electron.evaluateHandle(({ dialog, app: own }, answer) => {
    const kept = { message: '' };
    dialog.showMessageBox = (async (box: { message: string }) => {
      kept.message = box.message;
      return { response: answer };
    }) as unknown as typeof dialog.showMessageBox;
    own.relaunch = () => undefined;
    return kept;
  }, response);
  return () => asked.evaluate(({ message }) => message);
}

const gone = (app: RunningApp): Promise<void> =>
  new Promise((done) => app.electron.process().once('exit', () => done()));

const choices = (folder: string): unknown => JSON.parse(readFileSync(join(folder, 'computer.json'), 'utf8'));

test('the app as a kiosk of another computer: let in by a code, locked, there again when that one is, left by its PIN', async ({
  serve,
  openBrowser,
  launch,
  otherFolder,
}) => {
  test.slow();
  const port = await freePort();
  const before = await serve({ open: false, fromNetwork: true, port });
  const admin = await (await openBrowser()).newPage();
  await admin.goto(before.address);
  await pairOn(admin, before.code ?? '');
  await admin.getByTestId('home-open-admin').click();
  await admin.getByTestId('admin-devices').click();
  const code = await giveCode(admin, 'kiosk');

  const station: LaunchOptions = {
    ...{ demo: false, folder: otherFolder, first: 'kiosk', windowed: false },
    switches: [`--reception=${before.address}`, '--station=kiosk'],
  };
  const evening = await launch(station);
  const kiosk = evening.home;
  await pairOn(kiosk, code);
  await kiosk.getByTestId('kiosk-language-en').waitFor();
  expect(await kiosk.evaluate(() => 'api' in window)).toBe(false);
  expect(await takeToken(kiosk, visitor)).toBe('A-001');

  await test.step('no key leads out of it', async () => {
    const url = kiosk.url();
    await pressReally(evening, kiosk, ...waysOut);
    await pressReally(evening, kiosk, 'ctrl+shift+l');
    await kiosk.getByTestId('leave-pin').waitFor();
    await kiosk.getByTestId('leave-back').click();
    expect(evening.electron.windows()).toHaveLength(1);
    expect(kiosk.url()).toBe(url);
  });
  await test.step('nor does a page that would go elsewhere', async () => {
    const window = await mainWindow(evening, kiosk);
    const refused = await window.evaluate(
      ({ webContents }) =>
        new Promise<boolean>((done) => {
          webContents.once('will-navigate', (event) => done(event.defaultPrevented));
          void webContents.executeJavaScript("location.assign('https://example.com/')");
        }),
    );
    expect(refused).toBe(true);
  });
  await evening.electron.close();

  await before.kill();
  const morning = await launch({ ...station, first: 'away' });
  await test.step('in the morning the other computer is not on yet', async () => {
    await expect(morning.home.getByTestId('away')).toContainText(before.address);
    await serve({ open: false, fromNetwork: true, port });
    await morning.home.getByTestId('kiosk-language-en').waitFor();
    expect(await takeToken(morning.home, { ...visitor, phone: '9876543211' })).toBe('A-002');
  });
  await test.step('its PIN leads to one question, which leads back', async () => {
    const asked = await answerWith(morning, 0);
    await morning.home.keyboard.press('Control+Shift+L');
    await morning.home.getByTestId('leave-pin').fill(DOOR_PIN);
    await morning.home.getByTestId('leave-yes').click();
    await expect.poll(asked).toContain(before.address);
    await expect
      .poll(() => morning.electron.windows().filter((page) => page !== morning.home).length)
      .toBe(1);
  });
  await test.step('or out', async () => {
    const again = await windowOf(morning.electron, 'kiosk');
    await again.getByTestId('kiosk-language-en').waitFor();
    await answerWith(morning, 1);
    const ended = gone(morning);
    await again.keyboard.press('Control+Shift+L');
    await again.getByTestId('leave-pin').fill(DOOR_PIN);
    await again.getByTestId('leave-yes').click();
    await ended;
  });
});

test('chosen in the settings: an address that answers; and its own data again', async ({
  serve,
  launch,
  otherFolder,
}) => {
  test.slow();
  const { address } = await serve();
  const own = await launch({ demo: false, folder: otherFolder });
  await answerWith(own, 0);
  await own.home.getByTestId('setup-other-computer').click();
  await own.home.getByTestId('reception-address').fill('127.0.0.1:9');
  await own.home.getByTestId('reception-confirm').click();
  await expect(own.home.getByTestId('reception-problem')).toContainText('No computer with OPD Tokens');
  await own.home.getByTestId('reception-address').fill(address);
  await own.home.getByTestId('reception-board').click();
  const ended = gone(own);
  await own.home.getByTestId('reception-confirm').click();
  await ended;
  expect(choices(otherFolder)).toMatchObject({ reception: address, station: 'board' });

  const station = await launch({ demo: false, folder: otherFolder, first: 'board', comesBack: true });
  await station.home.getByTestId('board').waitFor();
  await answerWith(station, 2);
  const endedAgain = gone(station);
  await station.home.keyboard.press('Control+Shift+L');
  await station.home.getByTestId('leave-pin').fill(DOOR_PIN);
  await station.home.getByTestId('leave-yes').click();
  await endedAgain;
  expect(choices(otherFolder)).toMatchObject({ reception: null, station: 'reception' });

  const back = await launch({ demo: false, folder: otherFolder, comesBack: true });
  const admin = await openSettings(back, 'clinic');
  await expect(admin.getByTestId('admin-computer-data')).toHaveText('On this computer.');
});
