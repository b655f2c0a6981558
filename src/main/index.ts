import { join, resolve } from 'node:path';
import { app, dialog } from 'electron';
import type { DoctorId } from '../shared/model/ids';
import type { Screen } from '../shared/model/screen';
import type { Caller } from './app/access/caller';
import type { WindowOpener } from './app/outside/windows';
import { parseArguments } from './arguments';
import { createChangeover } from './changeover';
import { survive } from './crash/crash';
import { registerIpc } from './ipc/register';
import { logTo } from './log-file';
import { type OpenedData, openData, sqliteBinding } from './open-data';
import { createSlipRenderer } from './print/slip-renderer';
import { keepPrivate } from './private-files';
import { createRecovering } from './recovering';
import { followRecoveryFile, recoveryFolder } from './recovery-file';
import { writeDurably } from './store/sqlite/durable';
import { declareAppScheme, refusePermissions, serveAppPages } from './windows/app-protocol';
import { refuseNavigation } from './windows/create';
import { unlockOnQuit } from './windows/lock';
import { showMenu } from './windows/menu';
import { closeScreen, onNothingShown, openScreen } from './windows/open';
import { keepOpenWindows, reopenWindows } from './windows/open-windows';
import { pageOrigin } from './windows/pages';
import { identify } from './windows/registry';
import { openSlipWindow, slipUrl } from './windows/slip-window';

const wishes = parseArguments(process.argv, app.isPackaged);
const asked = app.commandLine.getSwitchValue('user-data-dir');
if (asked !== '') app.setPath('userData', resolve(asked));
const dataFolder = app.getPath('userData');
keepPrivate(dataFolder);
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

/** What the menu asks for comes from here. */
const startScreen: Caller = { role: 'staff', screen: 'home', doctorId: null };

declareAppScheme();
refuseNavigation();
unlockOnQuit();

if (app.requestSingleInstanceLock()) {
  app.whenReady().then(start).catch(giveUp);
  app.on('second-instance', () => openScreen('home', null, wishes));
} else {
  app.quit();
}

/** Opens the data, serves the pages, shows the start screen. */
async function start(): Promise<void> {
  const { windowed } = wishes;
  crash.begin();
  const open: WindowOpener['open'] = (screen, doctorId, how = {}) =>
    openScreen(screen, doctorId, { ...how, windowed });
  const renderer = createSlipRenderer({ open: openSlipWindow, urlOf: slipUrl });
  onNothingShown(renderer.release);
  const pagesFolder = join(import.meta.dirname, '../renderer');
  const data = createChangeover({
    folder: dataFolder,
    windowed,
    log,
    giveUp: (error) => recovering.meet(error),
    showCopies: () => recovering.show({ problem: 'asked', detail: '' }),
    openData: (which) =>
      openData({
        ...which,
        log,
        logFolder,
        startsAt: wishes.clock,
        clockSpeed: wishes.clockSpeed,
        open,
        pagesFolder,
        renderer,
        changed: refreshMenu,
      }),
    opened: refreshMenu,
  });
  const windowsFile = join(dataFolder, 'open-windows.json');
  let forgetWindows = (): void => undefined;
  const begin = async (): Promise<void> => {
    await data.begin(wishes.practice);
    await letAdministratorIn(data.current());
    if (wishes.afterCrash) reopenWindows(windowsFile, open);
    forgetWindows();
    forgetWindows = keepOpenWindows(windowsFile, writeDurably);
  };
  const recovering = createRecovering({
    folder: dataFolder,
    nativeBinding: sqliteBinding(),
    log,
    begin,
    giveUp,
  });
  /** As from the start screen: what may not be done, or needs a word first, is said there. */
  function openFromMenu(screen: Screen, doctorId: DoctorId | null): void {
    const wish = doctorId === null ? { screen } : { screen, doctorId };
    void data
      .current()
      ?.app.call('windows.open', wish, startScreen)
      .then(({ ok }) => {
        if (!ok) open('home', null);
      });
  }
  /** Where the clinic works with persons, whoever is on closes what stands in the waiting room. */
  function closeFromMenu(screen: Screen): void {
    void data
      .current()
      ?.app.call('persons.who', {}, startScreen)
      .then((who) =>
        who.ok && who.value.inUse && !who.value.person ? open('home', null) : closeScreen(screen),
      );
  }
  function refreshMenu(): void {
    void data
      .current()
      ?.store.doctors()
      .then((doctors) =>
        showMenu(doctors, openFromMenu, closeFromMenu, {
          isOn: data.current()?.isPractice === true,
          ...data.door,
        }),
      )
      .catch((error: unknown) => log.warn('the menu could not be made', error));
  }
  refusePermissions();
  serveAppPages(
    pagesFolder,
    async (path, bundled) => (await data.current()?.findVoice(path, bundled)) ?? null,
  );
  registerIpc(() => recovering.current() ?? data.current()?.app, identify, pageOrigin());
  app.on('activate', () => open('home', null));
  // While other data are being opened there are no windows, and that is no wish to end.
  app.on('window-all-closed', () => {
    if (!data.isChanging() && !recovering.isRetrying()) app.quit();
  });
  app.once('will-quit', (event) => {
    event.preventDefault();
    crash.end();
    forgetWindows();
    void data.end().finally(() => app.exit());
  });
  await begin().catch(recovering.meet);
}

/** Where an administrator of this computer has asked for it: the new PIN is on screen once, and nowhere else. */
async function letAdministratorIn(data: OpenedData | undefined): Promise<void> {
  if (!data || data.isPractice) return;
  const recovered = await followRecoveryFile(data.environment, recoveryFolder(app.getPath('exe')));
  if (!recovered) return;
  const { name, initials } = recovered.person;
  await dialog.showMessageBox({
    type: 'info',
    title: 'OPD Tokens',
    message: `The new PIN of ${name} (${initials}) is ${recovered.pin}`,
    detail:
      'It is shown this once. Please sign in with it, choose another PIN, and delete recover-people.txt.',
  });
}

/** The app cannot go on: one sentence on screen and on the terminal, the rest in the log. */
function giveUp(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  log.error('could not start', error);
  process.stderr.write(`OPD Tokens could not start: ${reason}\n`);
  dialog.showErrorBox('OPD Tokens could not start', `${reason}\n\nYour data is in ${dataFolder}`);
  app.exit(1);
}
