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
import { openSqliteStore } from '../../src/main/store/sqlite/sqlite-store';
import { searchFor } from '../../src/shared/model/search';
import { serviceDaySchema } from '../../src/shared/model/time';
import { MONDAY, temporaryFolder } from '../helpers/clinic';

const day = serviceDaySchema.parse(MONDAY);

test('patients of an older version are found like those of today', async () => {
  const path = join(temporaryFolder(), 'data.db');
  const old = new Database(path);
  migrate(old, [initial, notices, slipLanguage, printJobs, devices]);
  const doctorId = crypto.randomUUID();
  old
    .prepare(
      "INSERT INTO doctors (id, name, specialization, room, prefix, active) VALUES (?, 'Dr', 'x', '1', 'A', 1)",
    )
    .run(doctorId);
  old
    .prepare(
      "INSERT INTO books (doctor_id, service_day, status, revision, calls) VALUES (?, ?, 'open', 2, 0)",
    )
    .run(doctorId, day);
  const insert = old.prepare(
    `INSERT INTO tokens (id, doctor_id, service_day, series, sequence, number, source, priority, channel,
       patient_name, patient_contact, created_at, updated_at, displacements, note, status, list_sequence)
     VALUES (?, ?, ?, 'main', ?, ?, 'walk_in', 4, 'desk', ?, ?, ?, 0, 0, '', 'waiting', 1)`,
  );
  const people = [
    ['S. Kumar', '9876543210'],
    ['S.Kumar', '9876543210'],
    ['अक्‍षय', ''],
    ['José ÄPFEL', 'jose@mail.example'],
  ] as const;
  people.forEach(([name, contact], index) => {
    insert.run(crypto.randomUUID(), doctorId, day, index + 1, `A-00${index + 1}`, name, contact, index);
  });
  old.close();

  const store = openSqliteStore({ path, calendar, newDay });
  const found = async (query: string) =>
    (await store.findTokens(searchFor(query), { from: day }, 50)).map(({ number }) => number);
  expect(await found('98765 43210')).toEqual(['A-001', 'A-002']);
  expect(await found('अक्षय')).toEqual(['A-003']);
  expect(await found('ÄP')).toEqual(['A-004']);
  expect(await found('a4')).toEqual(['A-004']);
  const [kumar, ...others] = await store.patientsNearContact('+91 98765 43210');
  expect(kumar).toMatchObject({ name: 'S.Kumar', contacts: ['9876543210'] });
  expect(others).toEqual([]);
  const visits = kumar ? await store.tokensOfPatient(kumar.id, 50) : [];
  expect(visits.map(({ number }) => number)).toEqual(['A-002', 'A-001']);
  await store.close();
});
