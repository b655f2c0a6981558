import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type App, createApp } from '../../src/main/app/app';
import type { Environment } from '../../src/main/app/environment';
import { announceCommits } from '../../src/main/app/run/announce';
import { calendar } from '../../src/main/app/time/calendar';
import { createPace } from '../../src/main/app/waits/pace';
import { newDay } from '../../src/main/engine';
import { openDatabase } from '../../src/main/store/sqlite/open';
import { sqliteStore } from '../../src/main/store/sqlite/sqlite-store';
import type { Store } from '../../src/main/store/store';
import { at, noWindows, openClinic, type TestClinic, temporaryFolder } from './clinic';
import { rehearsing } from './rehearsing';

interface FrailClinic {
  readonly clinic: TestClinic;
  readonly app: App;
  readonly environment: Environment;
  readonly store: Store;
  readonly logged: string[];
  /** How many rows the app has written, changed or deleted. */
  readonly changes: () => number;
  readonly path: string;
  /** SQLite as it is on a full disk, or on one that can only be read; `forget`: all is on the disk, and in no memory. */
  readonly disk: Readonly<Record<'fill' | 'protect' | 'mend' | 'forget', () => void>> & {
    /** The first page of a table. */
    pageOf(table: string): number;
  };
}

/** A clinic at nine whose disk fails when told to. */
export async function frailClinic(change: (store: Store) => Store = (store) => store): Promise<FrailClinic> {
  const path = join(temporaryFolder(), 'data.db');
  const clinic = await openClinic({ path, time: at('09:00') });
  const database = openDatabase({ path });
  const store = change(rehearsing(sqliteStore(database, { calendar, newDay })));
  onTestFinished(() => store.close().catch(() => undefined));
  const logged: string[] = [];
  const log = { info() {}, warn() {}, error: (...words: unknown[]) => void logged.push(words.join(' ')) };
  const environment = { ...clinic.environment, store, log, pace: createPace(store) };
  const disk = {
    fill: () => void database.pragma(`max_page_count = ${database.pragma('page_count', { simple: true })}`),
    protect: () => void database.pragma('query_only = ON'),
    mend: () => {
      database.pragma('max_page_count = 1000000');
      database.pragma('query_only = OFF');
    },
    forget: () => {
      database.pragma('wal_checkpoint(TRUNCATE)');
      database.pragma('shrink_memory');
    },
    pageOf: (table: string) =>
      Number(database.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table)),
  };
  announceCommits(environment);
  const changes = () => Number(database.prepare('SELECT total_changes()').pluck().get());
  return { path, changes, clinic, environment, store, logged, disk, app: createApp(environment, noWindows) };
}
