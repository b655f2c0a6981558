import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app as electron, shell } from 'electron';
import type { AppEvent } from '../shared/contract';
import { type App, createApp } from './app/app';
import type { WindowOpener } from './app/clinic/windows';
import { startHeartbeat } from './app/day/heartbeat';
import { makeRounds } from './app/day/rounds';
import { createDevices } from './app/devices/devices';
import type { Environment, Log } from './app/environment';
import { hidePin } from './app/kiosk/pin';
import type { PracticeClinic, PracticeDoor } from './app/practice/door';
import { preparePractice } from './app/practice/practice';
import { fillWithSamples } from './app/practice/samples';
import { announceCommits } from './app/run/announce';
import { calendar } from './app/time/calendar';
import { systemClock } from './app/time/clock';
import { createWatch } from './app/time/watch';
import { createVoiceFiles } from './app/waiting-room/voice-files';
import { createPace } from './app/waits/pace';
import { newDay } from './engine';
import { createEventHub } from './http/event-hub';
import { broadcast } from './ipc/broadcast';
import { createNetwork } from './network';
import { createCupsQueue, silentQueue } from './print/cups-queue';
import { createDocumentMaker } from './print/documents';
import { defaultPatience } from './print/network-printer';
import { createPrintRoom } from './print/print-room';
import { systemPrinters } from './print/printers';
import type { SlipRenderer } from './print/slip-renderer';
import { systemTimers, within } from './print/timers';
import { openSqliteStore } from './store/sqlite/sqlite-store';
import { openDocumentWindow } from './windows/document-window';
import { closeScreen } from './windows/open';
import { everyWindow } from './windows/registry';

/** How long a slip that is with a printer keeps the data from closing. */
const QUIT_PATIENCE_MS = 4_000;

export const DATABASE = 'opd-tokens.db';

export interface DataWishes {
  /** All that belongs to these data is in here. */
  readonly folder: string;
  /** For practice; null: these are the clinic's. */
  readonly practice: { readonly clinic: PracticeClinic | null } | null;
  /** The clock begins at this instant (ms); undefined: it shows the real time. */
  readonly startsAt: number | undefined;
  readonly door: PracticeDoor;
  readonly open: WindowOpener['open'];
  readonly pagesFolder: string;
  readonly renderer: SlipRenderer;
  readonly log: Log;
  readonly logFolder: string;
  /** Doctors may have changed. */
  readonly changed: (data: OpenedData) => void;
}

/** Data with everything that works on them: rounds, printing, other devices. */
export interface OpenedData {
  readonly app: App;
  readonly store: Environment['store'];
  readonly isPractice: boolean;
  readonly findVoice: Environment['voiceFiles']['find'];
  /** Finishes what runs and closes them. */
  stop(): Promise<void>;
}

/** Opens data and wires the rooms together on them. Throws what opening the database throws. */
export async function openData(wishes: DataWishes): Promise<OpenedData> {
  const { folder, practice, renderer, log } = wishes;
  const clock = systemClock();
  if (wishes.startsAt !== undefined) clock.setTo(wishes.startsAt);
  const store = openSqliteStore({
    path: join(folder, DATABASE),
    nativeBinding: sqliteBinding(),
    calendar,
    newDay,
  });
  const slipFolder = join(folder, 'slips');
  const printRoom = createPrintRoom(
    { store, publish, log },
    {
      render: renderer.render,
      systemPrinters,
      // Windows’ spooler is not asked yet: there, what was handed over counts as taken.
      queue: process.platform === 'win32' ? silentQueue : createCupsQueue(process.env),
      folder: slipFolder,
      patience: defaultPatience,
      timers: systemTimers,
    },
  );
  const voiceFiles = createVoiceFiles({
    bundled: join(import.meta.dirname, '../../resources/voice'),
    own: join(folder, 'voice'),
  });
  const environment: Environment = {
    store,
    clock,
    newId: randomUUID,
    publish,
    log,
    version: electron.getVersion(),
    pace: createPace(store),
    watch: createWatch(store),
    backupFolder: join(folder, 'backups'),
    slipFolder,
    logFolder: wishes.logFolder,
    printers: printRoom.printers,
    documents: createDocumentMaker({ folder: join(folder, 'documents'), openPage: openDocumentWindow }),
    voiceFiles,
    openFolder: async (path) => {
      const problem = await shell.openPath(path);
      if (problem !== '') log.warn('could not open a folder', problem);
    },
    practice: practice !== null,
    practiceDoor: wishes.door,
  };
  const devices = createDevices(environment);
  const events = createEventHub(randomUUID().slice(0, 8));
  const network = createNetwork({
    environment,
    devices,
    events,
    pagesFolder: wishes.pagesFolder,
    docsFolder: join(import.meta.dirname, 'api-docs'),
  });
  const outbox = printRoom.outbox(environment);
  const opened: OpenedData = {
    app: createApp(environment, { open: wishes.open, close: closeScreen }, devices),
    store,
    isPractice: practice !== null,
    findVoice: voiceFiles.find,
    async stop() {
      stopHeartbeat();
      stopHealth();
      // What another device asked for is finished before the data are closed.
      await Promise.all([network.stop(), stopWork()]).catch((error: unknown) =>
        log.warn('closed the data without waiting', error),
      );
      await store.close();
    },
  };

  function publish(event: AppEvent): void {
    broadcast(everyWindow(), event);
    events.publish(event);
    if (event.type === 'printJobChanged' && event.job.state === 'queued') outbox.wake();
    if (event.type === 'everythingChanged') {
      wishes.changed(opened);
      void printRoom.health.check();
      void followNetwork();
    }
  }
  /** Nobody from outside is let in to practise: they would take it for the clinic. */
  async function followNetwork(): Promise<void> {
    if (practice === null) await network.follow();
  }

  if (practice !== null) await preparePractice(environment, practice.clinic);
  await hidePin(store);
  announceCommits(environment);
  const stopHeartbeat = startHeartbeat(environment);
  const stopHealth = printRoom.health.start();
  const stopWork = await store.lead(async () => {
    await outbox.resume();
    const stopRounds = makeRounds(environment).start();
    return async () => {
      // A slip is finished too, if that is soon.
      const slips = within(QUIT_PATIENCE_MS, outbox.stop(), () => new Error('a printer is still busy'));
      await Promise.all([stopRounds(), slips]).catch((error: unknown) =>
        log.warn('ended the clock’s work without waiting', error),
      );
    };
  });
  await followNetwork();
  return opened;
}

/** Writes what a practice day begins with into an empty folder. Throws where that cannot be done; then nothing is open. */
export async function fillPractice(folder: string, clinic: PracticeClinic): Promise<void> {
  const store = openSqliteStore({
    path: join(folder, DATABASE),
    nativeBinding: sqliteBinding(),
    calendar,
    newDay,
  });
  try {
    await fillWithSamples(store, clinic);
  } finally {
    await store.close();
  }
}

/** Another native binding of better-sqlite3, where the stock one does not fit the runtime; undefined: the stock one. */
function sqliteBinding(): string | undefined {
  const packed = join(process.resourcesPath, 'native', 'better_sqlite3.node');
  return process.env.OPD_SQLITE_BINDING ?? (existsSync(packed) ? packed : undefined);
}
