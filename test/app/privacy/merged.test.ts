import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { PatientId } from '../../../src/shared/model/ids';
import { clinicNumberOf } from '../../../src/shared/model/patient-number';
import type { RegisteredPatient } from '../../../src/shared/model/registered-patient';
import type { Token } from '../../../src/shared/model/token';
import { first, openClinic, staff, temporaryFolder, unwrap } from '../../helpers/clinic';

const asha = { patientName: 'Quaxo Zim', patientContact: '9811111111' };
const binu = { patientName: 'Wolpert Yuf', patientContact: '9822222222' };
const chand = { patientName: 'Brindle Pox', patientContact: '9833333333' };

async function openFile() {
  const path = join(temporaryFolder(), 'opd.db');
  const clinic = await openClinic({ path });
  const { app, store, doctorIds } = clinic;
  const here = first(doctorIds);
  const [, there = here, third = here] = doctorIds;
  const idOf = ({ patientId }: Token): PatientId => patientId ?? first([]);
  const rowOf = async (token: Token): Promise<RegisteredPatient> =>
    (await store.patient(idOf(token))) ?? first([]);
  return {
    ...clinic,
    here,
    there,
    third,
    idOf,
    rowOf,
    number: async (token: Token, clinicNumber: string) => {
      const {
        id: _id,
        mergedInto: _into,
        createdAt: _created,
        updatedAt: _updated,
        ...facts
      } = await rowOf(token);
      unwrap(
        await app.call('patients.save', { tokenId: token.id, facts: { ...facts, clinicNumber } }, staff),
      );
    },
    cancel: async ({ id: tokenId }: Token) => unwrap(await app.call('tokens.cancel', { tokenId }, staff)),
    merge: async ({ id: tokenId }: Token, other: Token) =>
      unwrap(await app.call('patients.merge', { tokenId, otherId: idOf(other) }, staff)),
    separate: async ({ id: tokenId }: Token, other: Token) =>
      unwrap(await app.call('patients.separate', { tokenId, otherId: idOf(other) }, staff)),
    erase: async (...tokens: Token[]) =>
      unwrap(await app.call('privacy.erase', { tokenIds: tokens.map(({ id }) => id) }, staff)),
    /** All that is kept, as text. */
    everything: () => {
      const raw = new Database(path, { readonly: true });
      const tables = raw
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'patient_search%'")
        .pluck()
        .all() as string[];
      const rows = tables.map((name) => [name, raw.prepare(`SELECT * FROM ${name}`).all()]);
      raw.close();
      return JSON.stringify(rows);
    },
  };
}

test.each([
  ['by hand', false],
  ['by itself', true],
])(
  'whose old visit is erased %s is still found by the number and the phone of a row that was merged',
  async (_how, byItself) => {
    const clinic = await openFile();
    const { app, store } = clinic;
    const one = await clinic.issued({ doctorId: clinic.here, ...asha });
    await clinic.number(one, '17');
    await clinic.cancel(one);
    const two = await clinic.issued({ doctorId: clinic.there, ...binu });
    await clinic.merge(two, one);
    if (byItself) await store.eraseInSteps([one.id], null);
    else await clinic.erase(one);
    const known = unwrap(await app.call('patients.known', { contact: asha.patientContact }, staff));
    expect(known.map(({ patientId }) => patientId)).toEqual([two.patientId]);
    expect(await store.patientsOfNumber(clinicNumberOf('17'))).toHaveLength(1);
    const again = await clinic.issued({ doctorId: clinic.here, ...asha });
    expect(again.patientId).toBe(two.patientId);
    for (const token of [two, again]) await clinic.cancel(token);
    await clinic.erase(two, again);
    expect(clinic.everything()).not.toMatch(/quaxo|wolpert|9811111111|9822222222/i);
  },
);

test('a row in a row of mergers goes with all the others, and not before', async () => {
  const clinic = await openFile();
  const one = await clinic.issued({ doctorId: clinic.here, ...asha });
  const two = await clinic.issued({ doctorId: clinic.there, ...binu });
  const three = await clinic.issued({ doctorId: clinic.third, ...chand });
  for (const token of [one, two, three]) await clinic.cancel(token);
  await clinic.merge(two, one);
  await clinic.merge(three, two);
  for (const token of [two, one]) {
    await clinic.erase(token);
    for (const row of [one, two, three]) await clinic.rowOf(row);
  }
  await clinic.erase(three);
  for (const row of [one, two, three]) expect(await clinic.store.patient(clinic.idOf(row))).toBeUndefined();
});

test('a row whose visits were erased while it was merged goes when it is taken apart', async () => {
  const clinic = await openFile();
  const one = await clinic.issued({ doctorId: clinic.here, ...asha });
  const two = await clinic.issued({ doctorId: clinic.there, ...binu });
  await clinic.cancel(one);
  await clinic.merge(two, one);
  await clinic.erase(one);
  await clinic.separate(two, one);
  expect(clinic.everything()).not.toMatch(/quaxo|9811111111/i);
  expect(await clinic.rowOf(two)).toMatchObject({ name: binu.patientName, mergedInto: null });
});

test('who was merged by mistake with somebody who is erased keeps the name in all that happened', async () => {
  const clinic = await openFile();
  const { app, store } = clinic;
  const one = await clinic.issued({ doctorId: clinic.here, ...asha });
  const two = await clinic.issued({ doctorId: clinic.there, ...binu });
  await clinic.merge(two, one);
  await clinic.separate(two, one);
  unwrap(await app.call('tokens.correct', { tokenId: one.id, ...chand }, staff));
  await clinic.cancel(two);
  await clinic.erase(two);
  const told = (await store.tokenHistory(one.id)).flatMap(({ event }) =>
    'after' in event && 'patientName' in event.after ? [event.after] : [],
  );
  const hers = told.slice(0, -1);
  expect(hers.length).toBeGreaterThan(1);
  for (const after of hers) expect(after).toMatchObject({ ...asha, patientId: one.patientId });
  expect(clinic.everything()).not.toMatch(/wolpert|9822222222/i);
  unwrap(await app.call('tokens.undo', { tokenId: one.id }, staff));
  expect(await store.patient(clinic.idOf(one))).toMatchObject({ name: asha.patientName });
});
