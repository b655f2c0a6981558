import { join, resolve } from 'node:path';
import { app, dialog } from 'electron';
import { parseArguments } from './arguments';
import { survive } from './crash/crash';
import type { Desktop } from './desktop';
import { registerIpc } from './ipc/register';
import { logTo } from './log-file';
import { keepPrivate } from './private-files';
import { chosenReception, receptionOrigin } from './reception';
import { WINDOWS_APP_ID } from './start-with-system';
import { declareAppScheme, refusePermissions, serveAppPages } from './windows/app-protocol';
import { refuseNavigation } from './windows/create';
import { openHomeWindow } from './windows/home-window';
import { unlockOnQuit } from './windows/lock';
import { hideMenu } from './windows/menu';
import { pageOrigin } from './windows/pages';
import { identify } from './windows/registry';

const wishes = parseArguments(process.argv, app.isPackaged);
if (process.platform === 'win32') app.setAppUserModelId(WINDOWS_APP_ID);
const asked = app.commandLine.getSwitchValue('user-data-dir');
if (asked !== '') app.setPath('userData', resolve(asked));
const dataFolder = app.getPath('userData');
keepPrivate(dataFolder);
const choicesFile = join(dataFolder, 'computer.json');
const logFolder = join(dataFolder, 'logs');
const log = logTo(join(logFolder, 'main.log'));
log.transports.console.level = 'warn';

const crash = survive({
  folder: dataFolder,
  log,
  isGuarded: wishes.guarded,
  isAfterCrash: wishes.afterCrash,
  app,
});

declareAppScheme();
refuseNavigation();
unlockOnQuit();

if (wishes.startWithSystem) {
  app.setLoginItemSettings({ openAtLogin: true });
  app.exit();
} else if (app.requestSingleInstanceLock()) {
  app.whenReady().then(start).catch(giveUp);
} else {
  app.quit();
}

/**
 * Shows the start screen, and opens the data behind it: window and page begin in processes of their own while this one
 * loads the rest of the app. What the page asks meanwhile is answered once the data are open.
 */
async function start(): Promise<void> {
  crash.begin();
  // Told to end together with the app, as a session's end tells all, Chromium's own processes may bring it down on the way.
  app.once('before-quit', crash.end);
  refusePermissions();
  hideMenu();
  const reception = receptionAway();
  if (reception !== undefined) return showOther(reception);
  const programFolder = import.meta.dirname;
  const pagesFolder = join(programFolder, '../renderer');
  let desktop: Desktop | undefined;
  let isReady = (): void => undefined;
  const ready = new Promise<void>((done) => {
    isReady = done;
  });
  serveAppPages(pagesFolder, async (path, bundled) => {
    await ready;
    return (await desktop?.findVoice(path, bundled)) ?? null;
  });
  registerIpc(
    async () => {
      await ready;
      return desktop?.current();
    },
    identify,
    pageOrigin(),
  );
  openHomeWindow();
  app.on('window-all-closed', () => {
    if (desktop) desktop.nothingOpen();
    else app.quit();
  });
  app.once('will-quit', (event) => {
    event.preventDefault();
    void Promise.resolve(desktop?.end()).finally(() => app.exit());
  });

  const { createDesktop } = await import('./desktop');
  desktop = createDesktop({
    wishes,
    dataFolder,
    logFolder,
    pagesFolder,
    programFolder,
    log,
    giveUp,
    ready: isReady,
  });
  app.on('second-instance', desktop.showHome);
  app.on('activate', desktop.showHome);
  await desktop.begin();
}

/** The computer that keeps the data; undefined: this one does. */
function receptionAway(): string | undefined {
  if (wishes.reception === 'none') return undefined;
  if (wishes.reception === undefined) return chosenReception(choicesFile);
  const origin = receptionOrigin(wishes.reception);
  if (origin === undefined) throw new Error(`--reception=${wishes.reception} is no address of a computer.`);
  return origin;
}

/** No data are opened here. */
async function showOther(origin: string): Promise<void> {
  serveAppPages(join(import.meta.dirname, '../renderer'), async () => null);
  const [{ createRemoteStation }, { changeChoices, readChoices }, { writeDurably }, { beginAgain }] =
    await Promise.all([
      import('./remote-station'),
      import('./this-computer'),
      import('./store/sqlite/durable'),
      import('./begin-again'),
    ]);
  const station = createRemoteStation({
    origin,
    kind: wishes.station ?? readChoices(choicesFile).station,
    windowed: wishes.windowed,
    isGiven: wishes.reception !== undefined,
    keepOrigin(reception) {
      try {
        changeChoices(choicesFile, { reception }, writeDurably);
      } catch (error) {
        log.warn('the other computer’s name could not be kept', error);
      }
    },
    giveUp() {
      // What this computer was there, it need not be by itself.
      changeChoices(choicesFile, { reception: null, station: 'reception' }, writeDurably);
      beginAgain();
    },
  });
  app.on('window-all-closed', station.nothingOpen);
  app.on('second-instance', (_event, argv) => {
    if (parseArguments(argv, app.isPackaged).reception === 'none') station.giveUp();
    else station.showHome();
  });
  app.on('activate', station.showHome);
  station.begin();
}

/** The app cannot go on: one sentence on screen and on the terminal, the rest in the log. */
function giveUp(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  log.error('could not start', error);
  process.stderr.write(`OPD Tokens could not start: ${reason}\n`);
  dialog.showErrorBox('OPD Tokens could not start', `${reason}\n\nYour data is in ${dataFolder}`);
  app.exit(1);
}
