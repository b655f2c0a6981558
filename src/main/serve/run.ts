import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { codeOf } from '../../shared/error-code';
import { createAdviceRoom } from '../advice-room';
import { theClock } from '../app/access/caller';
import { createApp } from '../app/app';
import { beginCall } from '../app/call';
import { changeSettings } from '../app/clinic/settings';
import type { Devices } from '../app/devices/devices';
import type { Environment } from '../app/environment';
import { noPrinters } from '../app/outside/printers';
import { preparePractice } from '../app/practice/practice';
import { runPlan } from '../app/run/run';
import { parseLocalTime } from '../app/time/calendar';
import { standingClock, systemClock } from '../app/time/clock';
import { alwaysWatched } from '../app/time/watch';
import { compose, openStore } from '../composition';
import { copyBeforeUpdate } from '../copies/before-update';
import { createCopyRoom } from '../copy-room';
import { diagnosticsReport } from '../diagnostics/report';
import { addPairingRoutes, authenticateDevices } from '../http/pairing';
import { createHttpServer } from '../http/server';
import { letEverybodyIn } from '../http/visitor';
import { logTo } from '../log-file';
import { refuseNetworkDrive } from '../network-drive';
import { createPhones } from '../phones';
import { keepPrivate } from '../private-files';
import { createReadingRoom } from '../reading-room';
import type { Store } from '../store/store';
import { createTrialRoom } from '../trial-room';
import { keepWhereabouts, type WhereaboutsKeeper } from '../whereabouts';
import { type ServeOptions, WrongStart } from './options';

/** Where the build put the pages and the files of the documentation, if it did. */
export interface BuiltFolders {
  readonly pages: string;
  readonly docs: string;
  readonly voice: string;
  readonly trial: string;
  readonly reader: string;
  readonly advise: string;
  readonly copier: string;
  readonly phone: string;
}

export interface RunningServer {
  /** Such as `http://127.0.0.1:4180`. */
  readonly address: string;
  /** Pairs the first reception PC, which then pairs the others; null: there is one, or everybody is in. */
  readonly firstCode: string | null;
  /** Finishes what runs, checkpoints, closes the database. */
  stop(): Promise<void>;
}

/** With everybody on one computer let in there are no devices to count by: only a runaway program is stopped. */
const OPEN_REQUESTS_PER_MINUTE = 200_000;

/** Engine, store and HTTP without windows. Throws {@link WrongStart} and what opening the database throws. */
export async function runServer(
  options: ServeOptions,
  version: string,
  folders: BuiltFolders,
): Promise<RunningServer> {
  keepPrivate(dirname(options.databasePath), { isOurs: options.ownsFolder });
  const path = options.databasePath;
  const nativeBinding = process.env.OPD_SQLITE_BINDING;
  refuseNetworkDrive(path);
  await copyBeforeUpdate({ path, nativeBinding, appVersion: version, now: Date.now() });
  const store = openStore(path, nativeBinding);
  try {
    return await runOn(store, options, version, folders);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function runOn(
  store: Store,
  options: ServeOptions,
  version: string,
  folders: BuiltFolders,
): Promise<RunningServer> {
  const dataFolder = dirname(options.databasePath);
  const logFolder = join(dataFolder, 'logs');
  const log = logTo(join(logFolder, 'server.log'));
  log.transports.console.level = false;
  const training = options.training !== undefined;
  const readingRoom = createReadingRoom(folders.reader, {
    path: options.databasePath,
    nativeBinding: process.env.OPD_SQLITE_BINDING,
  });
  const { environment, devices, events, begin } = compose({
    store,
    folder: dataFolder,
    clock: await clockFor(store, options),
    log,
    version,
    logFolder,
    diagnostics: (running) =>
      diagnosticsReport({
        folder: dataFolder,
        database: options.databasePath,
        logFolder,
        version,
        nativeBinding: process.env.OPD_SQLITE_BINDING,
        running,
      }),
    printers: noPrinters,
    bundledVoice: folders.voice,
    trialRoom: createTrialRoom(folders.trial),
    readingRoom,
    adviceRoom: createAdviceRoom(folders.advise),
    copies: createCopyRoom(folders.copier, {
      database: options.databasePath,
      nativeBinding: process.env.OPD_SQLITE_BINDING,
    }),
    headless: true,
    practice: options.practice,
    training,
    ...(training && { watch: alwaysWatched }),
  });
  await applySettings(environment, options);
  if (options.demo) await preparePractice(environment, null);

  let whereabouts: WhereaboutsKeeper | undefined;
  const server = await createHttpServer({
    app: createApp(environment, { open: () => undefined, close: () => undefined }, devices),
    environment,
    events,
    authenticate: options.open ? letEverybodyIn : authenticateDevices(devices, environment),
    options: {
      ...(options.open && { requestsPerMinute: OPEN_REQUESTS_PER_MINUTE }),
      tls: await certificateOf(store),
      pagesFolder: whereThere(folders.pages),
      docsFolder: whereThere(folders.docs),
      announcedNames: () => whereabouts?.names() ?? [],
      addresses: () => devices.network().addresses,
      extend: (scope) =>
        addPairingRoutes(scope, { devices, environment, isOpen: options.open, server: () => server.id }),
    },
  });
  devices.onRevoked((id) => server.streams.close(id));
  // Before anybody is let in: what they do is told from the first command on.
  const stop = await begin();
  const port = await server.listen(options).catch(async (error: unknown) => {
    await stop();
    return sayWhyNot(options)(error);
  });
  const certificatePath = (await certificateOf(store))?.certificatePath ?? '';
  const { hostName } = (await store.settings()).network;
  const changed = devices.networkMoved;
  const { host } = options;
  whereabouts = await keepWhereabouts({ environment, host, port, certificatePath, hostName, changed });
  const { where, stop: forgetWhere } = whereabouts;
  devices.setNetwork({ state: 'on', where, problem: null });
  const phones = createPhones({
    environment,
    events,
    filesFolder: folders.phone,
    names: () => whereabouts?.names() ?? [],
  });
  await phones.follow();
  const forgetPhones = events.subscribe(({ event }) => {
    if (event.type === 'everythingChanged') void phones.follow();
  });
  return {
    address: addressOf(host, port, certificatePath !== ''),
    firstCode: options.open ? null : await firstCode(devices, store),
    async stop() {
      forgetPhones();
      await phones.stop();
      await forgetWhere();
      await stop();
      // Whoever still waits for a report is answered, and keeps nobody from closing.
      await readingRoom.stop();
      await server.close();
      await store.close();
    },
  };
}

/** Where there is no window to give out codes in, the terminal gives out the first one. */
async function firstCode(devices: Devices, store: Store): Promise<string | null> {
  const known = await store.devices();
  if (known.some(({ role, revokedAt }) => role === 'reception' && revokedAt === null)) return null;
  const pairing = await devices.startPairing({ name: 'Reception', role: 'reception' });
  return pairing.ok ? pairing.value.code : null;
}

/**
 * What the command line and the environment set holds until somebody changes it again. What would mark or move people
 * is left as it was, and said: `PATCH /settings` takes a yes.
 */
async function applySettings(environment: Environment, { rules, timeZone }: ServeOptions): Promise<void> {
  if (Object.keys(rules).length === 0 && timeZone === undefined) return;
  const clinic = timeZone === undefined ? {} : { timeZone };
  const call = await beginCall(environment, theClock, { act: { kind: 'settings.start', input: {} } });
  const plan = await changeSettings(call, { rules, clinic });
  const applied = plan.ok ? await runPlan(call, plan.value) : plan;
  if (!applied.ok) environment.log.warn('settings of the command line were left out', applied.error);
}

/** In training it stands still: at the time asked for, but never before what has happened there already. */
async function clockFor(store: Store, { training, timeZone }: ServeOptions): Promise<Environment['clock']> {
  if (training === undefined) return systemClock();
  const asked = parseLocalTime(training, timeZone ?? (await store.settings()).clinic.timeZone);
  if (asked === undefined)
    throw new WrongStart(`--training needs a time like 2026-01-05T08:00, not ${training}.`);
  return standingClock(Math.max(asked, (await store.lastEventAt()) ?? 0));
}

async function certificateOf(
  store: Store,
): Promise<{ certificatePath: string; keyPath: string } | undefined> {
  const { certificatePath, keyPath } = (await store.settings()).network;
  return certificatePath === '' || keyPath === '' ? undefined : { certificatePath, keyPath };
}

const whereThere = (folder: string): string | undefined => (existsSync(folder) ? folder : undefined);

function sayWhyNot({ host, port }: ServeOptions): (error: unknown) => never {
  return (error) => {
    const code = codeOf(error);
    if (code === 'EADDRINUSE')
      throw new WrongStart(`Port ${port} is taken already; choose another with --port.`);
    if (code === 'EACCES')
      throw new WrongStart(`This account may not use port ${port}; choose one above 1023.`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new WrongStart(`This computer has no address ${host}.`);
    }
    throw error;
  };
}

function addressOf(host: string, port: number, isSecure: boolean): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host.replace(/[[\]]/g, '')}]` : host;
  return `${isSecure ? 'https' : 'http'}://${name}:${port}`;
}
