import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dialog, app as electron, shell } from 'electron';
import type { AppEvent } from '../shared/contract';
import { createAdviceRoom } from './advice-room';
import { type App, createApp } from './app/app';
import type { Environment, Log } from './app/environment';
import type { ComputerKeeper } from './app/outside/computer';
import type { PracticeClinic, PracticeDoor } from './app/outside/practice-door';
import type { WindowOpener } from './app/outside/windows';
import { takeDoorPin } from './app/people/door';
import { preparePractice } from './app/practice/practice';
import { fillWithSamples } from './app/practice/samples';
import { systemClock } from './app/time/clock';
import { hurried } from './app/time/hurried-clock';
import { compose, openStore } from './composition';
import { copyBeforeUpdate } from './copies/before-update';
import { createCopyRoom } from './copy-room';
import { DATABASE } from './data-folder';
import { diagnosticsReport } from './diagnostics/report';
import { broadcast } from './ipc/broadcast';
import { createNetwork, type Network } from './network';
import { refuseNetworkDrive } from './network-drive';
import type { OwnUpdates } from './own-updates';
import { createPhones } from './phones';
import { createCupsQueue } from './print/cups-queue';
import { createDocumentMaker } from './print/documents';
import { defaultPatience } from './print/network-printer';
import { createPrintRoom, type PrintRoomParts } from './print/print-room';
import { listedPrinters } from './print/printers';
import type { SlipRenderer } from './print/slip-renderer';
import { printersOfCups, printersOfWindows } from './print/system-printers';
import { systemTimers, within } from './print/timers';
import { askWindows } from './print/windows-printers';
import { createWindowsQueue } from './print/windows-queue';
import { createReadingRoom } from './reading-room';
import { createTrialRoom } from './trial-room';
import { openDocumentWindow } from './windows/document-window';
import { closeScreen } from './windows/open';
import { everyWindow } from './windows/registry';

/** How long a slip that is with a printer keeps the data from closing. */
const QUIT_PATIENCE_MS = 4_000;

export interface DataWishes {
  /** All that belongs to these data is in here. */
  readonly folder: string;
  /** For practice; null: these are the clinic's. */
  readonly practice: { readonly clinic: PracticeClinic | null } | null;
  /** The clock begins at this instant (ms); undefined: it shows the real time. */
  readonly startsAt: number | undefined;
  /** How many times as fast as the real one it runs. */
  readonly clockSpeed?: number;
  readonly door: PracticeDoor;
  readonly computer: ComputerKeeper;
  /** Missing where the app does not look after its own. */
  readonly updates?: OwnUpdates;
  readonly open: WindowOpener['open'];
  readonly pagesFolder: string;
  /** Where the programs beside the app lie, `trial.js` and others. */
  readonly programFolder: string;
  readonly renderer: SlipRenderer;
  readonly log: Log;
  readonly logFolder: string;
  /** Doctors may have changed. */
  readonly changed: (data: OpenedData) => void;
  /** Somebody may have come, gone, or be let in. */
  readonly servedChanged: () => void;
}

/** Data with everything that works on them: rounds, printing, other devices. */
export interface OpenedData {
  readonly app: App;
  readonly store: Environment['store'];
  readonly environment: Environment;
  readonly isPractice: boolean;
  readonly findVoice: Environment['voiceFiles']['find'];
  readonly served: Network['served'];
  /** Finishes what runs and closes them. */
  stop(): Promise<void>;
}

/**
 * Opens data and wires the rooms together on them. Throws what opening the database or making it ready throws; then
 * nothing is open.
 */
export async function openData(wishes: DataWishes): Promise<OpenedData> {
  const { folder, practice, renderer, log } = wishes;
  const path = join(folder, DATABASE);
  if (practice === null) {
    refuseNetworkDrive(path);
    const now = Date.now();
    await copyBeforeUpdate({ path, nativeBinding: sqliteBinding(), appVersion: electron.getVersion(), now });
  }
  const clock = hurried(systemClock(), wishes.clockSpeed ?? 1);
  if (wishes.startsAt !== undefined) clock.setTo(wishes.startsAt);
  const store = openStore(path, sqliteBinding());
  const readingRoom = createReadingRoom(join(wishes.programFolder, 'reader.js'), {
    path,
    nativeBinding: sqliteBinding(),
  });
  const slipFolder = join(folder, 'slips');
  const documentFolder = join(folder, 'documents');
  const printRoom = createPrintRoom(
    { store, publish: (event) => environment.publish(event), log },
    {
      render: renderer.render,
      ...systemPrinting(),
      folder: slipFolder,
      patience: defaultPatience,
      timers: systemTimers,
    },
  );
  const { environment, devices, events, begin } = compose({
    store,
    folder,
    clock,
    clockAsked: wishes.startsAt !== undefined,
    log,
    heard,
    version: electron.getVersion(),
    diagnostics: (running) =>
      diagnosticsReport({
        folder,
        logFolder: wishes.logFolder,
        version: electron.getVersion(),
        nativeBinding: sqliteBinding(),
        running,
      }),
    bundledVoice: join(wishes.programFolder, '../../resources/voice'),
    slipFolder,
    logFolder: wishes.logFolder,
    documentFolder,
    printers: printRoom.printers,
    trialRoom: createTrialRoom(join(wishes.programFolder, 'trial.js')),
    readingRoom,
    adviceRoom: createAdviceRoom(join(wishes.programFolder, 'advise.js')),
    copies: createCopyRoom(join(wishes.programFolder, 'copier.js'), {
      database: path,
      nativeBinding: sqliteBinding(),
    }),
    chooseFolder: async () => {
      const { filePaths } = await dialog.showOpenDialog({ properties: ['openDirectory', 'createDirectory'] });
      return filePaths[0] ?? null;
    },
    documents: createDocumentMaker({ folder: documentFolder, openPage: openDocumentWindow }),
    openFolder: async (path) => {
      const problem = await shell.openPath(path);
      if (problem !== '') log.warn('could not open a folder', problem);
    },
    computer: wishes.computer,
    // Nobody who practises brings another version to the clinic.
    ...(practice === null && wishes.updates && { updates: wishes.updates.room }),
    practice: practice !== null,
    practiceDoor: wishes.door,
  });
  const network = createNetwork({
    environment,
    devices,
    events,
    pagesFolder: wishes.pagesFolder,
    docsFolder: join(wishes.programFolder, 'api-docs'),
  });
  const phones = createPhones({
    environment,
    events,
    filesFolder: join(wishes.programFolder, 'phone'),
    names: network.names,
  });
  const outbox = printRoom.outbox(environment);
  let stopHealth = (): void => undefined;
  let stop = async (): Promise<void> => undefined;
  const opened: OpenedData = {
    app: createApp(environment, { open: wishes.open, close: closeScreen }, devices),
    store,
    environment,
    isPractice: practice !== null,
    findVoice: environment.voiceFiles.find,
    served: network.served,
    async stop() {
      stopHealth();
      // What another device asked for is finished before the data are closed.
      await Promise.all([phones.stop(), network.stop(), stop(), readingRoom.stop()]).catch((error: unknown) =>
        log.warn('closed the data without waiting', error),
      );
      await store.close();
    },
  };

  function heard(event: AppEvent): void {
    broadcast(everyWindow(), environment.sessions, event);
    if (event.type === 'heartbeat' || event.type === 'devicesChanged') wishes.servedChanged();
    if (event.type === 'printJobChanged' && event.job.state === 'queued') outbox.wake();
    if (event.type === 'everythingChanged') {
      wishes.changed(opened);
      void printRoom.health.check();
      void followNetwork();
    }
  }
  /** Nobody from outside is let in to practise: they would take it for the clinic. */
  async function followNetwork(): Promise<void> {
    if (practice !== null) return;
    await network.follow();
    await phones.follow();
  }

  try {
    if (practice !== null) await preparePractice(environment, practice.clinic);
    stopHealth = printRoom.health.start();
    stop = await begin(async () => {
      await outbox.resume();
      // A slip is finished, if that is soon.
      return () => within(QUIT_PATIENCE_MS, outbox.stop(), () => new Error('a printer is still busy'));
    });
    await followNetwork();
    if (practice === null) await wishes.updates?.record(environment);
  } catch (error) {
    // Half open they would go on beside those that are opened instead, and keep their own folder locked.
    await opened.stop().catch((failure: unknown) => log.warn('half opened data were not closed', failure));
    throw error;
  }
  return opened;
}

/** Writes what a practice day begins with into an empty folder. Throws where that cannot be done; then nothing is open. */
export async function fillPractice(
  folder: string,
  clinic: PracticeClinic,
  pin: string | undefined,
): Promise<void> {
  const store = openStore(join(folder, DATABASE), sqliteBinding());
  try {
    await fillWithSamples(store, clinic);
    await takeDoorPin(store, pin);
  } finally {
    await store.close();
  }
}

/** How long Windows’ spooler may think: of printers on a network that are away it does. */
const SPOOLER_PATIENCE_MS = 12_000;

function systemPrinting(): Pick<PrintRoomParts, 'systemPrinters' | 'queue'> {
  if (process.platform !== 'win32') {
    const systemPrinters = async () => printersOfCups(await listedPrinters());
    return { systemPrinters, queue: createCupsQueue(process.env) };
  }
  const queue = createWindowsQueue({
    ask: () => askWindows(SPOOLER_PATIENCE_MS),
    ticks: () => performance.now(),
  });
  return {
    queue,
    systemPrinters: async () => printersOfWindows(await listedPrinters(), await queue.known()),
  };
}

/** Another native binding of better-sqlite3, where the stock one does not fit the runtime; undefined: the stock one. */
export function sqliteBinding(): string | undefined {
  const packed = join(process.resourcesPath, 'native', 'better_sqlite3.node');
  return process.env.OPD_SQLITE_BINDING ?? (existsSync(packed) ? packed : undefined);
}
