import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { AppEvent } from '../shared/contract';
import { createSessions } from './app/access/sessions';
import { createCopying } from './app/backup/copying';
import { stopCopying } from './app/backup/make';
import { goOnAfterRestore } from './app/backup/restored';
import { startHeartbeat } from './app/day/heartbeat';
import { makeRounds } from './app/day/rounds';
import { createDevices, type Devices } from './app/devices/devices';
import type { Environment } from './app/environment';
import { watchAlarms } from './app/live/log';
import { createPatientPages } from './app/outside/patient-pages';
import { createVoiceFiles } from './app/outside/voice-files';
import { startAutoLock } from './app/people/auto-lock';
import { hideDoorPin } from './app/people/door';
import { announceCommits } from './app/run/announce';
import { alwaysTrusted } from './app/time/always-trusted';
import { calendar } from './app/time/calendar';
import { createClockTrust } from './app/time/clock-trust';
import { createWatch } from './app/time/watch';
import { createPace } from './app/waits/pace';
import { freeBytesIn } from './copies/files';
import { newDay } from './engine';
import { createEventHub, type EventHub } from './http/event-hub';
import { openSqliteStore } from './store/sqlite/sqlite-store';
import type { Store } from './store/store';

/** Null: the folder cannot be asked. */
function freeIn(folder: string): number | null {
  try {
    return freeBytesIn(folder);
  } catch {
    return null;
  }
}

/** So long refusals are on their way to who asked, before the app begins anew. */
const GOODBYE_MS = 500;

/** Opens a database. Throws if it is damaged, newer than this app, in use, or cannot be opened. */
export function openStore(path: string, nativeBinding: string | undefined): Store {
  // As after anything nobody expected, the app begins anew; those who asked hear why before.
  const moved = (error: Error): void => {
    setTimeout(() => {
      throw error;
    }, GOODBYE_MS).unref();
  };
  return openSqliteStore({ path, nativeBinding, calendar, newDay, moved });
}

type Given = 'store' | 'clock' | 'log' | 'version' | 'printers';
type Made =
  | 'newId'
  | 'publish'
  | 'pace'
  | 'clockTrust'
  | 'sessions'
  | 'copying'
  | 'patientPages'
  | 'dataFolder'
  | 'backupFolder'
  | 'exportFolder'
  | 'freeBytes'
  | 'voiceFiles';

/** What is not the same with windows and without. */
export interface Surroundings extends Pick<Environment, Given>, Partial<Omit<Environment, Given | Made>> {
  /** All that belongs to the data is in here. */
  readonly folder: string;
  /** The app's own clips. */
  readonly bundledVoice: string;
  /** Hears every event, after the streams of other devices. */
  readonly heard?: (event: AppEvent) => void;
  /** The command line said what time it is. */
  readonly clockAsked?: boolean;
}

/** Work that goes on until it is stopped. */
type Work = () => Promise<() => Promise<void>>;

/** The rooms wired together on one set of data. */
export interface Composition {
  readonly environment: Environment;
  readonly devices: Devices;
  readonly events: EventHub;
  /**
   * Begins what happens by itself, in one process alone, and `alongside` with it; from now on what is saved is told. Answers how
   * to stop: what is under way is waited for. Throws what beginning it throws; then nothing of it runs.
   */
  begin(alongside?: Work): ReturnType<Work>;
}

export function compose({
  folder,
  bundledVoice,
  heard,
  clockAsked = false,
  ...given
}: Surroundings): Composition {
  const { store, clock, log, practice = false, training = false } = given;
  const events = createEventHub(randomUUID().slice(0, 8));
  // A practice day has a clock of its own, which is set.
  const clockTrust =
    practice || training
      ? alwaysTrusted(clock)
      : createClockTrust({ store, clock, log, changed, asked: clockAsked });
  const environment: Environment = {
    newId: randomUUID,
    publish(event) {
      events.publish(event);
      heard?.(event);
    },
    pace: createPace(store),
    watch: createWatch(store),
    clockTrust,
    sessions: createSessions(),
    copying: createCopying(store),
    patientPages: createPatientPages(() => environment.publish({ type: 'devicesChanged' })),
    dataFolder: folder,
    backupFolder: join(folder, 'backups'),
    exportFolder: join(folder, 'exports'),
    freeBytes: () => freeIn(folder),
    voiceFiles: createVoiceFiles({ bundled: bundledVoice, own: join(folder, 'voice') }),
    ...given,
    clock: clockTrust.clock,
  };

  function changed(): void {
    environment.publish({ type: 'everythingChanged' });
  }

  /** Ended whatever befalls the other. */
  async function end(...stops: (() => Promise<void>)[]): Promise<void> {
    const ended = await Promise.allSettled(stops.map((stop) => stop()));
    for (const one of ended) if (one.status === 'rejected') log.warn('ended without waiting', one.reason);
  }

  return {
    environment,
    devices: createDevices(environment),
    events,
    async begin(alongside = async () => async () => undefined) {
      const stopTelling = announceCommits(environment);
      const stopAutoLock = startAutoLock(environment);
      const stopHeartbeat = startHeartbeat(environment);
      try {
        await hideDoorPin(store);
        await goOnAfterRestore(environment);
        // Known before anybody listens: an event stream makes no call.
        environment.sessions.roster = await store.people();
        const stopWork = await store.lead(async () => {
          const stopOther = await alongside();
          // In training nothing happens by itself: the clock is moved by hand, and the rounds with it.
          const stopRounds = training
            ? async () => undefined
            : makeRounds(environment, () => watchAlarms(environment)).start();
          return () => end(stopRounds, stopOther);
        });
        return async () => {
          stopAutoLock();
          stopHeartbeat();
          await end(stopWork, () => stopCopying(environment));
        };
      } catch (error) {
        stopAutoLock();
        stopHeartbeat();
        stopTelling();
        throw error;
      }
    },
  };
}
