import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Caller } from '../../src/main/app/access/caller';
import { createSessions } from '../../src/main/app/access/sessions';
import { type App, createApp } from '../../src/main/app/app';
import { createCopying } from '../../src/main/app/backup/copying';
import type { Environment } from '../../src/main/app/environment';
import { noPrinters } from '../../src/main/app/outside/printers';
import { createVoiceFiles } from '../../src/main/app/outside/voice-files';
import { fillWithSamples } from '../../src/main/app/practice/samples';
import { announceCommits } from '../../src/main/app/run/announce';
import { alwaysTrusted } from '../../src/main/app/time/always-trusted';
import { calendar } from '../../src/main/app/time/calendar';
import { type Clock, systemClock } from '../../src/main/app/time/clock';
import { createClockTrust } from '../../src/main/app/time/clock-trust';
import { alwaysWatched, createWatch } from '../../src/main/app/time/watch';
import { createPace } from '../../src/main/app/waits/pace';
import type { Tools } from '../../src/main/copies/room';
import { newDay } from '../../src/main/engine';
import { openSqliteStore } from '../../src/main/store/sqlite/sqlite-store';
import type { Store } from '../../src/main/store/store';
import type { AppEvent, CallInput } from '../../src/shared/contract';
import type { DoctorId } from '../../src/shared/model/ids';
import type { Ticket } from '../../src/shared/model/ticket';
import type { Token } from '../../src/shared/model/token';
import type { Result } from '../../src/shared/result';
import { copyRoomHere } from './copies';
import { readingRoomHere } from './reading-room';
import { rehearsing } from './rehearsing';

/** A Monday; the sample clinic's slots are 9–10 … 12–13 India time, six seats each. */
export const MONDAY = '2026-01-05';
export const at = (time: string, day = MONDAY): number => Date.parse(`${day}T${time}:00+05:30`);

export const staff: Caller = { role: 'staff', screen: 'home', doctorId: null };
export const kiosk: Caller = { role: 'kiosk', screen: 'kiosk', doctorId: null };

export const noWindows = { open: () => undefined, close: () => undefined };

export interface TestClinic {
  readonly app: App;
  readonly store: Store;
  readonly clock: Clock;
  readonly environment: Environment;
  readonly events: AppEvent[];
  readonly doctorIds: readonly DoctorId[];
  /** A walk-in of the first doctor, issued at the desk, unless told otherwise. */
  issue(input?: Partial<CallInput<'tokens.issue'>>, caller?: Caller): Promise<Result<Ticket>>;
  issued(input?: Partial<CallInput<'tokens.issue'>>): Promise<Token>;
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'opd-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The sample clinic on a real database, at half past eight, with a clock that stands still until it is set. */
export async function openClinic(
  options: {
    readonly path?: string;
    readonly time?: number;
    readonly backups?: string;
    /** How copies are made; they are only of data in a file. */
    readonly copies?: Partial<Tools>;
    readonly chooseFolder?: () => Promise<string | null>;
    /** Somebody sits at this computer, and would see it. */
    readonly openFolder?: (path: string) => Promise<void>;
    /** R13: outages are noticed; else the clock may be moved freely. */
    readonly watched?: boolean;
    /** R35: its clock is doubted when it jumps; else the clock may be moved freely. */
    readonly computer?: Clock;
    /** Where it is kept; default: a database of its own. */
    readonly store?: Store;
    /** Hears of every event as well. */
    readonly publish?: (event: AppEvent) => void;
  } = {},
): Promise<TestClinic> {
  let now = options.time ?? at('08:30');
  const moved: Clock = {
    ...systemClock(),
    now: () => now,
    // Where time stands still, setting the clock is living on.
    elapsed: () => now,
    offset: 1,
    setTo: (instant) => {
      now = instant;
    },
  };
  const { path = ':memory:' } = options;
  const store = rehearsing(options.store ?? openSqliteStore({ path, calendar, newDay }));
  onTestFinished(() => store.close().catch(() => undefined));
  const events: AppEvent[] = [];
  const silent = { info() {}, warn() {}, error() {} };
  const changed = (): void => environment.publish({ type: 'everythingChanged' });
  const clockTrust = options.computer
    ? createClockTrust({ store, clock: options.computer, log: silent, changed })
    : alwaysTrusted(moved);
  const { clock } = clockTrust;
  const environment: Environment = {
    store,
    clock,
    newId: () => crypto.randomUUID(),
    publish: (event) => {
      events.push(event);
      options.publish?.(event);
    },
    log: silent,
    version: '0.0.0',
    diagnostics: async (running) => JSON.stringify(running),
    pace: createPace(store),
    watch: options.watched ? createWatch(store) : alwaysWatched,
    clockTrust,
    sessions: createSessions(),
    dataFolder: temporaryFolder(),
    backupFolder: options.backups ?? temporaryFolder(),
    copying: createCopying(store),
    ...(path !== ':memory:' && { readingRoom: readingRoomHere(path) }),
    ...(path !== ':memory:' && { copies: copyRoomHere(path, options.copies) }),
    ...(options.chooseFolder && { chooseFolder: options.chooseFolder }),
    exportFolder: join(temporaryFolder(), 'exports'),
    printers: noPrinters,
    ...(options.openFolder && { openFolder: options.openFolder }),
    voiceFiles: createVoiceFiles({
      bundled: join(import.meta.dirname, '../../resources/voice'),
      own: join(temporaryFolder(), 'voice'),
    }),
  };
  await fillWithSamples(store);
  announceCommits(environment);
  const doctorIds = (await store.doctors()).map(({ id }) => id);
  const app = createApp(environment, noWindows);
  let people = 0;
  const issue: TestClinic['issue'] = (input = {}, caller = staff) => {
    people += 1;
    const patient = {
      source: 'walk_in',
      patientName: `Patient ${people}`,
      patientContact: `90000${String(people).padStart(5, '0')}`,
    } as const;
    return app.call('tokens.issue', { doctorId: first(doctorIds), ...patient, ...input }, caller);
  };
  return {
    app,
    store,
    clock,
    environment,
    events,
    doctorIds,
    issue,
    issued: async (input) => unwrap(await issue(input)).token,
  };
}

export function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

export function first<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error('Nothing there.');
  return item;
}
