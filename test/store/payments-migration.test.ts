import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { makeSchema, migrate } from '../../src/main/store/sqlite/migrate';
import { lastReceiptIn, raiseReceipts } from '../../src/main/store/sqlite/receipt-series';

const VERSION_BEFORE = 33;

/** A clinic of before, with a token whose slip was printed. */
function before(): Database.Database {
  const database = new Database(':memory:');
  database.pragma('foreign_keys = ON');
  makeSchema(database, VERSION_BEFORE);
  database.exec(
    `INSERT INTO doctors (id, name, specialization, room, prefix, active) VALUES ('d', 'Dr', 'x', '1', 'A', 1);
     INSERT INTO books (doctor_id, service_day, status, revision, calls) VALUES ('d', '2026-01-05', 'open', 1, 0);
     INSERT INTO tokens (id, doctor_id, service_day, series, sequence, number, source, priority, channel,
       patient_name, patient_contact, created_at, updated_at, listed_at, displacements, note, status, list_sequence,
       search_text, name_key)
     VALUES ('t', 'd', '2026-01-05', 'main', 1, 'A-001', 'paid', 2, 'desk', 'Asha', '', 1, 1, 1, 0, '', 'waiting', 1,
       '', 'asha');
     INSERT INTO print_jobs (id, token_id, state, created_at, updated_at, language) VALUES ('j', 't', 'sent', 1, 1, 'en');`,
  );
  return database;
}

/** Adds a payment with this receipt. */
function pay(
  database: Database.Database,
  receipt: number,
  amount = 500,
  corrects: string | null = null,
): void {
  database
    .prepare(
      `INSERT INTO payments (receipt, id, token_id, visit_id, service_day, at, amount, currency, way, reason_text,
         corrects, fee, doctor_id, source, by)
       VALUES (?, ?, 't', 't', '2026-01-05', 1, ?, 'INR', 'cash', 'why', ?, 500, 'd', 'paid', '{}')`,
    )
    .run(receipt, `p${receipt}`, amount, corrects);
}

test('slips of before are no receipts, and nothing was paid', () => {
  const database = before();
  migrate(database);
  expect(database.prepare('SELECT id, payment_id FROM print_jobs').all()).toEqual([
    { id: 'j', payment_id: null },
  ]);
  expect(database.prepare('SELECT count(*) FROM payments').pluck().get()).toBe(0);
  expect(database.pragma('foreign_key_check')).toEqual([]);
});

test('the series goes on behind a receipt that was lost', () => {
  const database = before();
  expect(lastReceiptIn(database)).toBe(0);
  migrate(database);
  pay(database, 1);
  raiseReceipts(database, 7);
  raiseReceipts(database, 3);
  expect(lastReceiptIn(database)).toBe(7);
  expect(() => pay(database, 2)).toThrow(/without a gap/);
  pay(database, 8);
  expect(() => pay(database, 8)).toThrow(/without a gap/);
  expect(lastReceiptIn(database)).toBe(8);
});

test('receipts have no gap, rows are never changed or deleted, and only words go with whoever is erased', () => {
  const database = before();
  migrate(database);
  expect(() => pay(database, 2)).toThrow(/without a gap/);
  pay(database, 1);
  expect(() => pay(database, 1)).toThrow(/without a gap/);
  expect(() => pay(database, 3)).toThrow(/without a gap/);
  expect(() => pay(database, 2, -100)).toThrow(/CHECK/);
  pay(database, 2, -100, 'p1');
  expect(() => database.exec('UPDATE payments SET amount = 1')).toThrow(/append-only/);
  expect(() => database.exec("UPDATE payments SET reason_text = ''")).toThrow(/append-only/);
  expect(() => database.exec('DELETE FROM payments')).toThrow(/append-only/);
  database.exec('BEGIN; INSERT INTO erasing (door, must_be_closed) VALUES (1, 1);');
  expect(() => database.exec("UPDATE payments SET amount = 1, reason_text = ''")).toThrow(/append-only/);
  database.exec("UPDATE payments SET reason_text = ''; DELETE FROM erasing; COMMIT;");
  expect(database.prepare('SELECT amount, reason_text FROM payments').all()).toEqual([
    { amount: 500, reason_text: '' },
    { amount: -100, reason_text: '' },
  ]);
  database.exec(
    `INSERT INTO drawer_counts (id, kind, service_day, at, currency, amount, expected, reason_text, by)
     VALUES ('c', 'count', '2026-01-05', 1, 'INR', 400, 400, '', '{}')`,
  );
  expect(() => database.exec('UPDATE drawer_counts SET amount = 1')).toThrow(/append-only/);
  expect(() => database.exec('DELETE FROM drawer_counts')).toThrow(/append-only/);
});
