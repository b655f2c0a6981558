import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, dialog, shell } from 'electron';
import type { AppEvent } from '../shared/contract';
import { createApp } from './app/app';
import { calendar } from './app/calendar';
import { systemClock } from './app/clock';
import { loadDemo, setDemoClock } from './app/demo';
import { createDevices } from './app/devices';
import type { Environment } from './app/environment';
import type { WindowOpener } from './app/handlers';
import { startHeartbeat } from './app/heartbeat';
import { createPace } from './app/pace';
import { hidePin } from './app/pin';
import { makeRounds } from './app/rounds';
import { createVoiceFiles } from './app/voice-files';
import { createWatch } from './app/watch';
import { parseArguments } from './arguments';
import { createEventHub } from './http/event-hub';
import { broadcast } from './ipc/broadcast';
import { registerIpc } from './ipc/register';
import { logTo } from './log-file';
import { createNetwork } from './network';
import { createDocumentMaker } from './print/documents';
import { defaultPatience } from './print/network-printer';
import { createPrintRoom } from './print/print-room';
import { systemPrinters } from './print/printers';
import { createSlipRenderer } from './print/slip-renderer';
import { systemTimers, within } from './print/timers';
import { keepPrivate } from './private-files';
import { openSqliteStore } from './store/sqlite/sqlite-store';
import { declareAppScheme, refusePermissions, serveAppPages } from './windows/app-protocol';
import { refuseNavigation } from './windows/create';
import { openDocumentWindow } from './windows/document-window';
import { unlockOnQuit } from './windows/lock';
import { showMenu } from './windows/menu';
import { closeScreen, onNothingShown, openScreen } from './windows/open';
import { pageOrigin } from './windows/pages';
import { everyWindow, identify } from './windows/registry';
import { openSlipWindow, slipUrl } from './windows/slip-window';

/** How long a slip that is with a printer keeps the app from ending. */
const QUIT_PATIENCE_MS = 4_000;

const wishes = parseArguments(process.argv, app.isPackaged);
const asked = app.commandLine.getSwitchValue('user-data-dir');
if (asked !== '') app.setPath('userData', resolve(asked));
const dataFolder = app.getPath('userData');
keepPrivate(dataFolder);
const log = logTo(join(dataFolder, 'logs', 'main.log'));
log.transports.console.level = 'warn';

declareAppScheme();
refuseNavigation();
unlockOnQuit();

if (app.requestSingleInstanceLock()) {
  app.whenReady().then(start).catch(giveUp);
  app.on('second-instance', () => openScreen('home', null, wishes));
  app.on('window-all-closed', () => app.quit());
} else {
  app.quit();
}

/** Opens the data, wires the rooms together, shows the start screen. */
async function start(): Promise<void> {
  const clock = systemClock();
  if (wishes.clock !== undefined) clock.setTo(wishes.clock);
  const store = openSqliteStore({
    path: join(dataFolder, 'opd-tokens.db'),
    nativeBinding: sqliteBinding(),
    calendar,
  });
  const renderer = createSlipRenderer({ open: openSlipWindow, urlOf: slipUrl });
  onNothingShown(renderer.release);
  const printRoom = createPrintRoom(
    { store, publish, log },
    {
      render: renderer.render,
      systemPrinters,
      folder: join(dataFolder, 'slips'),
      patience: defaultPatience,
      timers: systemTimers,
    },
  );
  const voiceFiles = createVoiceFiles({
    bundled: join(import.meta.dirname, '../../resources/voice'),
    own: join(dataFolder, 'voice'),
  });
  const environment: Environment = {
    store,
    clock,
    newId: randomUUID,
    publish,
    log,
    version: app.getVersion(),
    pace: createPace(store),
    watch: createWatch(store),
    backupFolder: join(dataFolder, 'backups'),
    printers: printRoom.printers,
    documents: createDocumentMaker({ folder: join(dataFolder, 'documents'), openPage: openDocumentWindow }),
    voiceFiles,
    openFolder: async (path) => {
      const problem = await shell.openPath(path);
      if (problem !== '') log.warn('could not open a folder', problem);
    },
  };
  const { windowed } = wishes;
  const open: WindowOpener['open'] = (screen, doctorId, how = {}) =>
    openScreen(screen, doctorId, { ...how, windowed });
  const devices = createDevices(environment);
  const events = createEventHub(randomUUID().slice(0, 8));
  const pagesFolder = join(import.meta.dirname, '../renderer');
  const docsFolder = join(import.meta.dirname, 'api-docs');
  const network = createNetwork({ environment, devices, events, pagesFolder, docsFolder });
  const outbox = printRoom.outbox(environment);

  function publish(event: AppEvent): void {
    broadcast(everyWindow(), event);
    events.publish(event);
    if (event.type === 'printJobChanged' && event.job.state === 'queued') outbox.wake();
    if (event.type === 'everythingChanged') {
      void refreshMenu();
      void printRoom.health.check();
      void network.follow();
    }
  }
  async function refreshMenu(): Promise<void> {
    showMenu(await store.doctors(), open, closeScreen);
  }

  if (wishes.demo && (await store.doctors()).length === 0) await loadDemo(environment);
  await setDemoClock(environment);
  await hidePin(store);
  refusePermissions();
  serveAppPages(pagesFolder, voiceFiles.find);
  registerIpc(createApp(environment, { open, close: closeScreen }, devices), identify, pageOrigin());
  await refreshMenu();
  const stopRounds = makeRounds(environment).start();
  const stopHeartbeat = startHeartbeat(environment);
  const stopHealth = printRoom.health.start();
  await outbox.resume();
  await network.follow();
  app.on('activate', () => open('home', null));
  app.once('will-quit', (event) => {
    event.preventDefault();
    stopRounds();
    stopHeartbeat();
    stopHealth();
    // What another device asked for is finished before the data is closed, and so is a slip, if that is soon.
    const slips = within(QUIT_PATIENCE_MS, outbox.stop(), () => new Error('a printer is still busy'));
    void Promise.all([network.stop(), slips])
      .catch((error: unknown) => log.warn('quit without waiting', error))
      .then(() => store.close())
      .finally(() => app.exit());
  });
  open('home', null);
}

/** Another native binding of better-sqlite3, where the stock one does not fit the runtime; undefined: the stock one. */
function sqliteBinding(): string | undefined {
  const packed = join(process.resourcesPath, 'native', 'better_sqlite3.node');
  return process.env.OPD_SQLITE_BINDING ?? (existsSync(packed) ? packed : undefined);
}

/** The app cannot start: one sentence on screen and on the terminal, the rest in the log. */
function giveUp(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  log.error('could not start', error);
  process.stderr.write(`OPD Tokens could not start: ${reason}\n`);
  dialog.showErrorBox('OPD Tokens could not start', `${reason}\n\nYour data is in ${dataFolder}`);
  app.exit(1);
}
