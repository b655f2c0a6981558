import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { calendar } from '../../src/main/app/time/calendar';
import { newDay } from '../../src/main/engine';
import { makeSchema } from '../../src/main/store/sqlite/migrate';
import { openSqliteStore } from '../../src/main/store/sqlite/sqlite-store';
import { doctorIdSchema } from '../../src/shared/model/ids';
import { MONDAY, temporaryFolder } from '../helpers/clinic';
import { monday } from './contract/kit';

test('tokens of version 28 keep their needs; who said so is not known', async () => {
  const path = join(temporaryFolder(), 'old.db');
  const doctorId = doctorIdSchema.parse(crypto.randomUUID());
  const old = new Database(path);
  makeSchema(old, 28);
  old.exec(`INSERT INTO doctors (id, name, specialization, room, prefix, active)
      VALUES ('${doctorId}', 'Dr', 'x', '1', 'A', 1);
    INSERT INTO books (doctor_id, service_day, status, revision, calls) VALUES ('${doctorId}', '${MONDAY}', 'open', 2, 0);`);
  const insert = old.prepare(
    `INSERT INTO tokens (id, doctor_id, service_day, series, sequence, number, source, priority, channel,
       patient_name, patient_contact, created_at, updated_at, listed_at, displacements, note, status, list_sequence,
       precedence, search_text, name_key)
     VALUES (?, '${doctorId}', '${MONDAY}', 'main', @n, 'A-00' || @n, 'walk_in', 4, 'desk', 'Asha', '', 1, 1, 1, 0, '',
       'waiting', @n, @need, '', 'asha')`,
  );
  insert.run(crypto.randomUUID(), { n: 1, need: 'pregnant' });
  insert.run(crypto.randomUUID(), { n: 2, need: null });
  old.close();
  const store = openSqliteStore({ path, calendar, newDay });
  const book = await store.book({ doctorId, serviceDay: monday }, monday);
  expect(book?.tokens).toMatchObject([
    { precedence: 'pregnant', precedenceFrom: null },
    { precedence: null, precedenceFrom: null },
  ]);
  await store.close();
});
