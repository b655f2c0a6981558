import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Book } from '../../shared/model/book';
import type { Calendar } from '../../shared/model/calendar';
import { type Doctor, newDoctor } from '../../shared/model/doctor';
import { alwaysHolds } from '../../shared/model/doctor-schedule';
import type { BookEvent } from '../../shared/model/event';
import { type RuleSettings, settingsSchema } from '../../shared/model/settings';
import { MINUTE, serviceDaySchema } from '../../shared/model/time';
import { ok, type Result } from '../../shared/result';
import type { Context, Decision } from '../engine';
import { newDay } from '../engine';
import { openSqliteStore } from '../store/sqlite/sqlite-store';
import type { Store } from '../store/store';
import { doctorIdOf, doctorPrefix, instantOf, SEED_SLOTS, SIMULATED_DAY } from './clinic';

const people = [
  ['Dr. Asha Rao', 'General Medicine'],
  ['Dr. Farid Khan', 'Paediatrics'],
  ['Dr. Meena Iyer', 'Orthopaedics'],
  ['Dr. John Mathew', 'Dermatology'],
  ['Dr. Sara Thomas', 'ENT'],
] as const;

/** A command of the engine, with its request and context filled in. */
export type Command = (book: Book, context: Context) => Result<Decision>;

/** A clinic kept in a database on disk: every command is one durable transaction. */
export interface SeedClinic {
  readonly doctors: readonly Doctor[];
  /** How many transactions changed something. */
  readonly commits: () => number;
  /** Runs the command at this minute of the day. */
  run(doctor: Doctor, minute: number, command: Command): Promise<Result<Decision>>;
  book(doctor: Doctor): Promise<Book>;
  events(doctor: Doctor): Promise<readonly BookEvent[]>;
  close(): Promise<void>;
}

export interface SeedClinicOptions {
  readonly doctors: number;
  readonly capacity: number;
  readonly rules: RuleSettings;
  /** Of better-sqlite3, where the stock one does not load. */
  readonly nativeBinding: string | undefined;
}

/** The simulated day lies in UTC. */
const calendar: Calendar = {
  instantOf: (day, minute) => Date.parse(`${day}T00:00:00Z`) + minute * MINUTE,
  daysAfter: (day, days) =>
    serviceDaySchema.parse(new Date(Date.parse(day) + days * 24 * 60 * MINUTE).toISOString().slice(0, 10)),
  weekdayOf: (day) => new Date(`${day}T00:00:00Z`).getUTCDay() || 7,
  realPart: (_day, stretch) => stretch,
};

/** A new database in a temporary folder, with its doctors and their slots; `close` deletes it. */
export async function openSeedClinic(options: SeedClinicOptions): Promise<SeedClinic> {
  const folder = mkdtempSync(join(tmpdir(), 'opd-simulation-'));
  try {
    const path = join(folder, 'clinic.db');
    const store = openSqliteStore({ path, nativeBinding: options.nativeBinding, calendar, newDay });
    return await equip(store, folder, options);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

async function equip(store: Store, folder: string, options: SeedClinicOptions): Promise<SeedClinic> {
  const { rules, capacity } = options;
  await store.saveSettings(settingsSchema.parse({ clinic: { timeZone: 'UTC' }, rules }));
  const doctors = Array.from({ length: options.doctors }, (_, index) => doctorOf(index));
  const hours = { startMinute: SEED_SLOTS[0]?.start ?? 0, endMinute: SEED_SLOTS.at(-1)?.end ?? 0 };
  const weekday = calendar.weekdayOf(SIMULATED_DAY);
  for (const doctor of doctors) {
    await store.saveDoctor(doctor, [{ ...alwaysHolds, weekday, ...hours, slotMinutes: 60, capacity }]);
  }
  const keyOf = (doctor: Doctor) => ({ doctorId: doctor.id, serviceDay: SIMULATED_DAY });
  let commits = 0;
  return {
    doctors,
    commits: () => commits,
    async run(doctor, minute, command) {
      const now = instantOf(minute);
      let decision: Decision | undefined;
      const request = { books: [keyOf(doctor)], today: SIMULATED_DAY, now };
      const result = await store.transact(request, ([book]) => {
        if (!book) throw new Error('The store gave no book.');
        const decided = command(book, { now, today: SIMULATED_DAY, rules });
        if (!decided.ok) return decided;
        decision = decided.value;
        return ok({ books: [decision], answer: null });
      });
      if (!result.ok) return result;
      if (!decision) throw new Error('The store decided nothing.');
      if (decision.events.length > 0) commits += 1;
      return ok(decision);
    },
    async book(doctor) {
      const book = await store.book(keyOf(doctor), SIMULATED_DAY);
      if (!book) throw new Error('The store lost a doctor.');
      return book;
    },
    events: (doctor) => store.events(keyOf(doctor)),
    async close() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function doctorOf(index: number): Doctor {
  const [name, specialization] = people[index] ?? [`Dr. Number ${index + 1}`, 'General Medicine'];
  return {
    ...newDoctor,
    id: doctorIdOf(index),
    name,
    specialization,
    room: String(index + 1),
    prefix: doctorPrefix(index),
  };
}
