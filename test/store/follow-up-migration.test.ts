import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { makeSchema } from '../../src/main/store/sqlite/migrate';
import { openSqliteStore } from '../../src/main/store/sqlite/sqlite-store';
import { doctorIdSchema } from '../../src/shared/model/ids';
import { temporaryFolder } from '../helpers/clinic';
import { days } from './contract/kit';

test('of doctors from version 27 nobody has said who may come again for less: there is no rule until somebody does', async () => {
  const path = join(temporaryFolder(), 'old.db');
  const doctorId = doctorIdSchema.parse(crypto.randomUUID());
  const old = new Database(path);
  makeSchema(old, 27);
  old.exec(`INSERT INTO doctors (id, name, specialization, room, prefix, active)
    VALUES ('${doctorId}', 'Dr Rao', 'x', '1', 'A', 1)`);
  old.close();
  const store = openSqliteStore({ path, ...days });
  const doctor = await store.doctor(doctorId);
  expect(doctor).toMatchObject({ name: 'Dr Rao', followUp: null });
  if (!doctor) throw new Error('The doctor is gone.');
  await store.saveDoctor({ ...doctor, followUp: { days: 10, visits: 2, terms: 'cheaper' } }, []);
  expect(await store.doctor(doctorId)).toMatchObject({ followUp: { days: 10, visits: 2, terms: 'cheaper' } });
  await store.close();
});
