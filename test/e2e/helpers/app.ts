import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, test as base, type ElectronApplication, expect, type Page } from '@playwright/test';
import { openDisplay } from '../../../scripts/lib/display.mjs';
import { personalInLogs } from '../../helpers/personal-in-logs';
import { setUpClinic } from './clinic';
import { answered, mainWindow } from './main-process';
import { atAPersonsPace } from './rhythm';

const projectRoot = resolve(import.meta.dirname, '../../..');

export interface RunningApp {
  readonly electron: ElectronApplication;
  readonly home: Page;
  /** Opens a screen from the start screen, in a window of its own. */
  openKiosk(): Promise<Page>;
  openDoctor(prefix: string): Promise<Page>;
}

export interface LaunchOptions {
  /** Default: a clinic of three doctors; `false`: nobody has set it up yet; `practice`: as `npm start -- --demo`. */
  readonly demo?: boolean | 'practice';
  /** Where the clock starts; default: a Monday, 8:30 in the clinic, before the first slot. */
  readonly clock?: string;
  /** Besides this computer's own. */
  readonly env?: Readonly<Record<string, string>>;
  /** What was open at the last start comes back, as it does where nobody has chosen otherwise. */
  readonly comesBack?: boolean;
  /** Kiosk and board in ordinary windows, as tests look at them; `false`: over the whole screen, as in a clinic. */
  readonly windowed?: boolean;
  /** Switches besides the usual ones. */
  readonly switches?: readonly string[];
  /** Another computer's; default: the test's data folder. */
  readonly folder?: string;
  /** The screen of the first window; default: the start screen. It is the app's `home` then. */
  readonly first?: string;
}

export const MORNING = '2026-01-05T08:30:00+05:30';

/** What a project or a file of tests may ask for by `use`. */
export interface TestWishes {
  /** A slip is made for every token; without it the clinic prints none, which is faster. */
  readonly prints: boolean;
  /** Each window's page has a process of its own, as in a clinic. Without it they share one, which saves a good part of a second a window. */
  readonly pagesApart: boolean;
}

interface Fixtures extends TestWishes {
  /** A data folder of this test's own. */
  readonly dataFolder: string;
  /** Starts the built app on the data folder; started apps are ended with the test. */
  readonly launch: (options?: LaunchOptions) => Promise<RunningApp>;
}

interface WorkerFixtures {
  /** Where there is no real screen, a virtual one that no other worker's windows are on. */
  readonly ownScreen: null;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  ownScreen: [
    async ({ playwright: _unused }, use) => {
      const display = process.env.OPD_OWN_SCREENS === undefined ? undefined : await openDisplay();
      Object.assign(process.env, display?.env);
      await use(null);
      display?.end();
    },
    { scope: 'worker', auto: true },
  ],
  prints: [false, { option: true }],
  pagesApart: [true, { option: true }],
  // Playwright reads the pattern to learn what a fixture needs; this one needs nothing.
  dataFolder: async ({ playwright: _unused }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'opd-e2e-'));
    await use(folder);
    // The apps and servers on it have ended by now. No log may name a patient, whatever was tested.
    const personal = personalInLogs(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    expect(personal, 'patients named in a log').toEqual([]);
  },
  launch: async ({ dataFolder, prints, pagesApart }, use) => {
    const started: ElectronApplication[] = [];
    await use(async (options = {}) => {
      if (options.demo === undefined || options.demo === true) await setUpClinic(dataFolder, { prints });
      const app = await launchApp(options.folder ?? dataFolder, options, pagesApart);
      started.push(app.electron);
      return app;
    });
    for (const electron of started) await electron.close().catch(() => undefined);
  },
});

export { expect };

async function launchApp(
  dataFolder: string,
  options: LaunchOptions,
  pagesApart: boolean,
): Promise<RunningApp> {
  const { demo = true, clock = MORNING, comesBack = false, windowed = true, env, switches = [] } = options;
  mkdirSync(dataFolder, { recursive: true });
  if (!comesBack) writeFileSync(join(dataFolder, 'computer.json'), '{"comesBack":false}');
  const electron = await _electron.launch({
    ...(process.env.OPD_ELECTRON_PATH ? { executablePath: process.env.OPD_ELECTRON_PATH } : {}),
    args: [
      ...(JSON.parse(process.env.OPD_ELECTRON_ARGS ?? '[]') as string[]),
      projectRoot,
      `--user-data-dir=${dataFolder}`,
      `--clock=${clock}`,
      ...(windowed ? ['--windowed'] : []),
      ...(demo === 'practice' ? ['--demo'] : []),
      ...(pagesApart ? [] : ['--process-per-site']),
      ...switches,
    ],
    cwd: projectRoot,
    ...(env === undefined ? {} : { env: { ...(process.env as Record<string, string>), ...env } }),
  });
  for (const page of electron.windows()) atAPersonsPace(page);
  electron.on('window', atAPersonsPace);
  // Slips left over from before may open windows of their own first.
  const home = await windowOf(electron, options.first ?? 'home');
  const openBy = async (testId: string, screen: string): Promise<Page> => {
    await home.getByTestId(testId).click();
    return windowOf(electron, screen);
  };
  return {
    electron,
    home,
    openKiosk: () => openBy('home-open-kiosk', 'kiosk'),
    openDoctor: (prefix) => openBy(`home-open-doctor-${prefix}`, 'doctor'),
  };
}

/** The screens of the windows there are, in the order of the alphabet. */
export const screensOf = ({ electron }: RunningApp): string[] =>
  electron
    .windows()
    .map((page) => new URL(page.url()).searchParams.get('screen') ?? '')
    .sort();

/** Looked at more often than Playwright does by itself, up to once a second: every test waits for its windows. */
const often = { intervals: [50] };

/** The newest window on a screen; slips being printed are windows too. */
export async function windowOf(electron: ElectronApplication, screen: string): Promise<Page> {
  const find = (): Page | undefined =>
    electron.windows().findLast((page) => page.url().includes(`screen=${screen}`));
  await expect.poll(() => find() !== undefined, often).toBe(true);
  const page = find();
  if (!page) throw new Error(`No ${screen} window.`);
  await page.waitForLoadState();
  return page;
}

/** Ends the app as a power cut would: no goodbye, nothing flushed. */
export async function killApp({ electron }: RunningApp): Promise<void> {
  const process = electron.process();
  const gone = new Promise((done) => process.once('exit', done));
  process.kill('SIGKILL');
  await gone;
}

/** Gives a window's page exactly this size. */
export async function resize(app: RunningApp, page: Page, width: number, height: number): Promise<void> {
  const window = await mainWindow(app, page);
  await answered(() =>
    window.evaluate((browserWindow, size) => browserWindow.setContentSize(size.width, size.height), {
      width,
      height,
    }),
  );
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight]), often).toEqual([width, height]);
}
