import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { makeSchema, migrate } from '../../src/main/store/sqlite/migrate';

const VERSION_BEFORE = 32;
const ids = ['a', 'b'].map((letter) => `${letter.repeat(8)}-0000-4000-8000-000000000000`);

test('devices stay as they were, with what they made, and a manager’s phone may be one', () => {
  const database = new Database(':memory:');
  database.pragma('foreign_keys = ON');
  makeSchema(database, VERSION_BEFORE);
  const insert = database.prepare(
    `INSERT INTO devices (id, name, role, doctor_id, secret_hash, created_at, last_seen_at, revoked_at, shows)
     VALUES (?, ?, ?, NULL, ?, 5, ?, ?, ?)`,
  );
  // The later one lies first: the list is in the order in which they came, where they came at once.
  insert.run(ids[1], 'Site', 'booking', 'b'.repeat(64), 7, null, '[]');
  insert.run(ids[0], 'Board', 'board', 'a'.repeat(64), null, 9, '["x"]');
  database.exec(
    `INSERT INTO doctors (id, name, specialization, room, prefix, active) VALUES ('d', 'Dr', 'x', '1', 'A', 1);
     INSERT INTO books (doctor_id, service_day, status, revision, calls) VALUES ('d', '2026-01-05', 'open', 1, 0);
     INSERT INTO tokens (id, doctor_id, service_day, series, sequence, number, source, priority, channel,
       patient_name, patient_contact, created_at, updated_at, listed_at, displacements, note, status, list_sequence,
       search_text, name_key)
     VALUES ('t', 'd', '2026-01-05', 'main', 1, 'A-001', 'online', 5, 'http', 'Asha', '', 1, 1, 1, 0, '', 'waiting', 1,
       '', 'asha');
     INSERT INTO token_makers (token_id, device_id) VALUES ('t', '${ids[1]}');`,
  );
  const rows = () => database.prepare('SELECT * FROM devices ORDER BY rowid').all();
  const before = rows();
  migrate(database);
  expect(rows()).toEqual(before);
  expect(database.pragma('foreign_key_check')).toEqual([]);
  expect(database.prepare('SELECT device_id FROM token_makers').pluck().all()).toEqual([ids[1]]);
  expect(() => database.exec(`DELETE FROM devices WHERE id = '${ids[1]}'`)).toThrow(/FOREIGN KEY/);
  const phone = crypto.randomUUID();
  insert.run(phone, 'Phone', 'manager', 'c'.repeat(64), null, null, '[]');
  expect(() => insert.run(crypto.randomUUID(), 'Phone', 'other', 'd'.repeat(64), null, null, '[]')).toThrow(
    /CHECK/,
  );
});
