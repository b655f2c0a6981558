import Database from 'better-sqlite3';
import { teachPackedIds } from '../../src/main/store/sqlite/packed-id';
import { patientSearchText } from '../../src/shared/model/registered-patient';
import { others as names } from '../shared/names/others';

/** As somebody who came for the first time is kept, of a name that many have. */
function textOf(name: unknown, contact: unknown): string {
  const nothing = { secondName: '', clinicNumber: '', identifiers: [], birth: null };
  return patientSearchText({ name: String(name), contacts: [String(contact)], ...nothing });
}

/** Digits as phones have them: one after the other would share nearly all of theirs. */
export const phoneOf = (patient: number): string =>
  `98${String((patient * 48_271) % 100_000_000).padStart(8, '0')}`;

export const nameOf = (patient: number): string => names[patient % names.length] ?? '';

/** Copies one token with its events into days gone by, as often as a clinic of years has had some. */
export function ageDatabase(path: string, tokens: number, eventsEach = 1): void {
  const raw = new Database(path);
  raw.pragma('foreign_keys = OFF');
  teachPackedIds(raw);
  raw.function('name_of', (patient) => nameOf(Number(patient)));
  raw.function('phone_of', (patient) => phoneOf(Number(patient)));
  raw.function('patient_text', textOf);
  const columns = (raw.pragma('table_info(tokens)') as { name: string }[]).map(({ name }) => name);
  const changed: Readonly<Record<string, string>> = {
    id: "printf('00000000-0000-4000-8000-%012d', i)",
    service_day: "date('1990-01-01', '+' || (i / 100) || ' days')",
    sequence: '1 + i % 100',
    status: "'cancelled'",
    slot_id: 'NULL',
    stage: 'NULL',
    patient_contact: 'phone_of(i / 3)',
    patient_id: '1000000 + i / 3',
    search_text: "''",
    name_key: "''",
  };
  const values = columns.map((column) => changed[column] ?? column).join(', ');
  const many = (count: number): string =>
    `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${count - 1})`;
  raw.exec(`CREATE TEMP TABLE model AS SELECT * FROM tokens LIMIT 1;
    CREATE TEMP TABLE fact AS SELECT * FROM book_events WHERE type = 'tokenIssued' LIMIT 1;
    ${many(tokens)} INSERT INTO tokens SELECT ${values} FROM n, model;
    ${many(Math.ceil(tokens / 3))}
      INSERT INTO patients (id, name, contacts, created_at, updated_at, search_text)
      SELECT 1000000 + i, name_of(i), json_array(phone_of(i)), 0, 0,
        patient_text(name_of(i), phone_of(i)) FROM n;
    ${many(Math.ceil(tokens / 3))}
      INSERT INTO patient_contacts SELECT substr(phone_of(i), -8), 1000000 + i FROM n;
    ${many(tokens / 100 + 1)} INSERT OR IGNORE INTO words (word)
      SELECT date('1990-01-01', '+' || i || ' days') FROM n;
    ${many(tokens * eventsEach)}
      INSERT INTO book_events (doctor_id, service_day, revision, type, at, token_id, actor, reason, body)
      SELECT doctor_id,
        (SELECT id FROM words WHERE word = date('1990-01-01', '+' || (i / ${100 * eventsEach}) || ' days')),
        i, type, at - 1000000 - i, packed_id(printf('00000000-0000-4000-8000-%012d', i / ${eventsEach})),
        actor, reason, body FROM n, fact;`);
  raw.pragma('wal_checkpoint(TRUNCATE)');
  raw.close();
}
