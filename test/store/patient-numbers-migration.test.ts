import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { makeSchema } from '../../src/main/store/sqlite/migrate';
import { openDatabase } from '../../src/main/store/sqlite/open';
import { sqliteStore } from '../../src/main/store/sqlite/sqlite-store';
import { clinicNumberOf } from '../../src/shared/model/patient-number';
import { temporaryFolder } from '../helpers/clinic';
import { days } from './contract/kit';

test('patients of version 26 are found by their numbers; those that two have stay with both', async () => {
  const path = join(temporaryFolder(), 'opd-tokens.db');
  const old = new Database(path);
  makeSchema(old, 26);
  const insert = old.prepare(
    `INSERT INTO patients (id, name, contacts, clinic_number, identifiers, created_at, updated_at, search_text)
     VALUES (?, 'Asha', '[]', ?, ?, 0, 0, '')`,
  );
  const abha = { system: 'abha', value: '91-1234-5678-9012' };
  insert.run(1, 'OP-77', JSON.stringify([abha, { system: 'abha-address', value: 'asha@abdm' }]));
  insert.run(2, 'op 77', null);
  insert.run(3, null, null);
  old.close();
  const store = sqliteStore(openDatabase({ path }), days);
  const of = async (number: Parameters<typeof store.patientsOfNumber>[0]) =>
    (await store.patientsOfNumber(number)).map(({ id }) => id);
  expect(await of(clinicNumberOf('OP77'))).toEqual([1, 2]);
  expect(await of({ ...abha, value: '91123456789012' })).toEqual([1]);
  expect(await of({ system: 'abha-address', value: 'ASHA@abdm' })).toEqual([1]);
  expect(await store.nextPatientId()).toBe(4);
  await store.close();
});
