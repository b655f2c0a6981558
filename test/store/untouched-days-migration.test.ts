import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { calendar } from '../../src/main/app/time/calendar';
import { newDay } from '../../src/main/engine';
import { migrate } from '../../src/main/store/sqlite/migrate';
import { initial } from '../../src/main/store/sqlite/migrations/0001-initial';
import { notices } from '../../src/main/store/sqlite/migrations/0002-notices';
import { slipLanguage } from '../../src/main/store/sqlite/migrations/0003-slip-language';
import { printJobs } from '../../src/main/store/sqlite/migrations/0004-print-jobs';
import { devices } from '../../src/main/store/sqlite/migrations/0005-devices';
import { placesKept } from '../../src/main/store/sqlite/migrations/0006-places-kept';
import { searchAndAge } from '../../src/main/store/sqlite/migrations/0007-search-and-age';
import { tokenMakers } from '../../src/main/store/sqlite/migrations/0008-token-makers';
import { kioskPin } from '../../src/main/store/sqlite/migrations/0009-kiosk-pin';
import { noticesSettled } from '../../src/main/store/sqlite/migrations/0010-notices-settled';
import { openSqliteStore } from '../../src/main/store/sqlite/sqlite-store';
import { doctorIdSchema } from '../../src/shared/model/ids';
import { serviceDaySchema } from '../../src/shared/model/time';
import { temporaryFolder } from '../helpers/clinic';

const version10 = [
  initial,
  notices,
  slipLanguage,
  printJobs,
  devices,
  placesKept,
  searchAndAge,
  tokenMakers,
  kioskPin,
  noticesSettled,
];
const doctorId = doctorIdSchema.parse(crypto.randomUUID());
const day = (text: string) => serviceDaySchema.parse(text);
const [past, today, touched, closed] = [
  day('2026-01-04'),
  day('2026-01-05'),
  day('2026-01-06'),
  day('2026-01-07'),
];

/** A doctor with slots from nine by the week of then; it has changed since, to two in the afternoon. */
function writeVersion10(path: string): void {
  const old = new Database(path);
  old.pragma('foreign_keys = ON');
  migrate(old, version10);
  old
    .prepare(
      "INSERT INTO doctors (id, name, specialization, room, prefix, active) VALUES (?, 'Dr', 'x', '1', 'A', 1)",
    )
    .run(doctorId);
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    old
      .prepare(
        `INSERT INTO schedule_templates (doctor_id, weekday, start_minute, end_minute, slot_minutes, capacity)
         VALUES (?, ?, 840, 900, 60, 6)`,
      )
      .run(doctorId, weekday);
  }
  const book = old.prepare(
    'INSERT INTO books (doctor_id, service_day, status, revision, calls) VALUES (?, ?, ?, ?, 0)',
  );
  const slot = old.prepare(
    `INSERT INTO slots (id, doctor_id, service_day, start_minute, end_minute, capacity, status, delay_minutes)
     VALUES (?, ?, ?, 540, 600, 6, 'open', 0)`,
  );
  const rows = [
    [past, 'open', 0],
    [today, 'open', 0],
    [touched, 'open', 1],
    [closed, 'closed', 1],
  ] as const;
  for (const [serviceDay, status, revision] of rows) {
    book.run(doctorId, serviceDay, status, revision);
    slot.run(crypto.randomUUID(), doctorId, serviceDay);
  }
  old
    .prepare(
      `INSERT INTO tokens (id, doctor_id, service_day, series, sequence, number, source, priority, channel,
         patient_name, patient_contact, created_at, updated_at, displacements, note, status, slot_id, seated_at, extra,
         stage, recalls, unanswered)
       SELECT ?, doctor_id, service_day, 'main', 1, 'A-001', 'walk_in', 4, 'desk', 'Asha', '', 0, 0, 0, '', 'active', id,
         0, 0, 'booked', 0, 0 FROM slots WHERE service_day = ?`,
    )
    .run(crypto.randomUUID(), touched);
  old
    .prepare(
      `INSERT INTO book_events (doctor_id, service_day, revision, type, at, body)
       VALUES (?, ?, 1, 'bookClosed', 0, '{"type":"bookClosed","at":0,"reason":{"code":"closed","rule":"R16"}}')`,
    )
    .run(doctorId, closed);
  old.close();
}

test('days of version 10 that were only looked at follow the week again; those that were used stay as they are', async () => {
  const path = join(temporaryFolder(), 'data.db');
  writeVersion10(path);
  const store = openSqliteStore({ path, calendar, newDay });
  expect(await store.booksFrom(past)).toEqual([
    { doctorId, serviceDay: touched },
    { doctorId, serviceDay: closed },
  ]);
  const startOf = async (serviceDay: typeof today) =>
    (await store.book({ doctorId, serviceDay }, today))?.slots.map(({ startMinute }) => startMinute);
  expect(await startOf(past)).toEqual([]);
  expect(await startOf(today)).toEqual([840]);
  expect(await startOf(touched)).toEqual([540]);
  expect(await startOf(closed)).toEqual([540]);
  expect((await store.book({ doctorId, serviceDay: touched }, today))?.tokens).toHaveLength(1);
  await store.close();

  const raw = new Database(path, { readonly: true });
  expect(raw.prepare('SELECT count(*) FROM slots').pluck().get()).toBe(2);
  expect(raw.pragma('foreign_key_check')).toEqual([]);
  expect(raw.prepare("SELECT name FROM sqlite_schema WHERE name LIKE 'tokens_of_%_slot'").all()).toEqual([]);
  raw.close();
});
