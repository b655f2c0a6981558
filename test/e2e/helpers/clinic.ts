import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changeDoorPin } from '../../../src/main/app/people/door';
import { fillWithSamples } from '../../../src/main/app/practice/samples';
import { calendar } from '../../../src/main/app/time/calendar';
import { newDay } from '../../../src/main/engine';
import { openSqliteStore } from '../../../src/main/store/sqlite/sqlite-store';

/** A time zone in which it is about eight in the morning now: a server's clock cannot be moved. */
export function zoneInTheMorning(): string {
  const hours = 8 - new Date().getUTCHours();
  const ahead = hours < -11 ? hours + 24 : hours;
  // The names of these zones count the other way.
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

/** What closes its kiosk and its board. */
export const DOOR_PIN = '7391';

interface ClinicWishes {
  readonly timeZone?: string;
  /** Default: a slip is made for every token; each costs a good part of a second. */
  readonly prints?: boolean;
  /** Null: none is chosen yet. */
  readonly doorPin?: string | null;
}

/** The database and what is kept beside it of it. */
const FILES = ['opd-tokens.db', 'opd-tokens.json'] as const;

/** Clinics made before, by what was wished for: they are copied, since making one takes some 0.3 s of computing. */
const made = new Map<string, readonly Buffer[]>();

/** A clinic of three doctors with slots 9–10 … 12–13, as its own people would have set it up; one that is there stays. */
export async function setUpClinic(dataFolder: string, wishes: ClinicWishes = {}): Promise<void> {
  const paths = FILES.map((name) => join(dataFolder, name));
  const [database = ''] = paths;
  if (existsSync(database)) return;
  const { timeZone = null, prints = true, doorPin = DOOR_PIN } = wishes;
  const key = JSON.stringify({ timeZone, prints, doorPin });
  const before = made.get(key);
  if (before) {
    for (const [index, bytes] of before.entries()) writeFileSync(paths[index] ?? '', bytes, { mode: 0o600 });
    return;
  }
  await makeClinic(database, { timeZone, prints, doorPin });
  made.set(
    key,
    paths.map((path) => readFileSync(path)),
  );
}

async function makeClinic(
  path: string,
  { timeZone, prints, doorPin }: { timeZone: string | null; prints: boolean; doorPin: string | null },
): Promise<void> {
  const store = openSqliteStore({ path, calendar, newDay });
  await fillWithSamples(store);
  const { clinic, print, ...settings } = await store.settings();
  await store.saveSettings({
    ...settings,
    clinic: { ...clinic, timeZone: timeZone ?? clinic.timeZone },
    print: prints ? print : { ...print, desk: { ...print.desk, way: 'none' } },
  });
  if (doorPin !== null) await changeDoorPin(store, doorPin);
  await store.close();
}
