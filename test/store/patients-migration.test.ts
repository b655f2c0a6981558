import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { makeSchema } from '../../src/main/store/sqlite/migrate';
import { openDatabase } from '../../src/main/store/sqlite/open';
import { sqliteStore } from '../../src/main/store/sqlite/sqlite-store';
import { contactEnd, nameKey, patientKey } from '../../src/shared/model/patient';
import { searchFor, searchTextOf } from '../../src/shared/model/search';
import { MONDAY, temporaryFolder } from '../helpers/clinic';
import { days, monday } from './contract/kit';

const TOKENS = 20_000;
/** One phone as people write it, and what is no phone at all. */
const odd = [
  '9876543210',
  '+919876543210',
  '919876543210',
  '09876543210',
  '९८७६५४३२१०',
  '98765 43210',
  '+91-98765-43210',
  '(022) 2345 6789',
  '2223456789',
  'Asha@Mail.example',
  'asha@mail.example',
  '-',
  'none',
  '12',
  '+0',
  '',
];
const names = ['Asha Verma', 'asha  verma', 'S. Kumar', 'S Kumar', 'अक्‍षय', 'अक्षय', 'José', '李', 'Ravi'];

/** As version 25 kept them, a few of them erased. */
function writeOldTokens(path: string): { id: string; name: string; contact: string }[] {
  const old = new Database(path);
  makeSchema(old, 25);
  const doctorId = crypto.randomUUID();
  old.exec(`INSERT INTO doctors (id, name, specialization, room, prefix, active)
      VALUES ('${doctorId}', 'Dr', 'x', '1', 'A', 1);
    INSERT INTO books (doctor_id, service_day, status, revision, calls) VALUES ('${doctorId}', '${MONDAY}', 'open', 2, 0);`);
  const insert = old.prepare(
    `INSERT INTO tokens (id, doctor_id, service_day, series, sequence, number, source, priority, channel,
       patient_name, patient_contact, created_at, updated_at, displacements, note, status, list_sequence,
       search_text, contact_key, name_key)
     VALUES (@id, '${doctorId}', '${MONDAY}', 'main', @n, 'A-' || @n, 'walk_in', 4, 'desk', @name, @contact, @n, 0, 0, '',
       'waiting', 1, @text, '', @key)`,
  );
  const tokens = Array.from({ length: TOKENS }, (_, index) => {
    const isOdd = index % 3 === 0;
    const contact = isOdd ? (odd[index % odd.length] ?? '') : `90${String(index >> 2).padStart(8, '0')}`;
    const isErased = index % 1_000 === 7;
    const name = isErased ? '—' : (names[index % names.length] ?? '');
    return { id: crypto.randomUUID(), name, contact: isErased ? '' : contact };
  });
  old.transaction(() => {
    tokens.forEach(({ id, name, contact }, index) => {
      const number = `A-${index + 1}`;
      const text = searchTextOf({ number, patientName: name, patientContact: contact });
      insert.run({ id, n: index + 1, name, contact, text, key: nameKey(name) });
    });
  })();
  old.close();
  return tokens;
}

test('20,000 old tokens with every odd phone become patients: one for each contact and name, none without a contact', async () => {
  const path = join(temporaryFolder(), 'data.db');
  const tokens = writeOldTokens(path);
  const database = openDatabase({ path });
  const store = sqliteStore(database, days);
  const expected = new Map<string, Set<string>>();
  for (const { id, name, contact } of tokens) {
    if (name === '—' || contactEnd(contact) === '') continue;
    const key = patientKey(name, contact);
    expected.set(key, (expected.get(key) ?? new Set()).add(id));
  }
  expect(expected.size).toBeGreaterThan(5_000);
  const rows = database
    .prepare<[], { id: string; patient_id: number | null }>('SELECT id, patient_id FROM tokens')
    .all();
  const found = new Map<number, Set<string>>();
  for (const { id, patient_id: patient } of rows) {
    if (patient !== null) found.set(patient, (found.get(patient) ?? new Set()).add(id));
  }
  const sets = (all: Iterable<Set<string>>) => [...all].map((ids) => [...ids].sort().join()).sort();
  expect(sets(found.values())).toEqual(sets(expected.values()));
  expect(database.prepare('SELECT count(*) FROM patients').pluck().get()).toBe(expected.size);
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  const asha = (await store.patientsNearContact('098765-43210')).filter(
    ({ name }) => nameKey(name) === 'ashaverma',
  );
  expect(asha).toHaveLength(1);
  for (const query of ['asha verma', '98765 43210', 'अक्षय', 'mail.example', 'kumar s', 'A-19999']) {
    const search = searchFor(query);
    const seen = await store.findTokens(search, { from: monday }, 20_000);
    const old = tokens.filter(({ name, contact }, index) => {
      const text = searchTextOf({ number: `A-${index + 1}`, patientName: name, patientContact: contact });
      const isThere = (part: string): boolean => text.includes(part);
      return search && (isThere(search.tight) || search.words.every(isThere));
    });
    expect(seen.length, query).toBe(old.length);
  }
  await store.close();
});
