import { expect, test } from 'vitest';
import type { PatientId } from '../../../src/shared/model/ids';
import { clinicNumberOf } from '../../../src/shared/model/patient-number';
import type { Token } from '../../../src/shared/model/token';
import { first, openClinic, staff, unwrap } from '../../helpers/clinic';
import { fc } from '../../helpers/fast-check';

/** Somebody on each of some tokens. */
async function clinicOf(people: number) {
  const clinic = await openClinic();
  const { app, store } = clinic;
  const tokens: Token[] = [];
  for (let count = 0; count < people; count += 1) tokens.push(await clinic.issued());
  const rows = tokens.map(({ patientId }) => patientId ?? first([]));
  const of = (place: number): { token: Token; id: PatientId } => ({
    token: first(tokens.slice(place)),
    id: first(rows.slice(place)),
  });
  const standing = async (id: PatientId): Promise<PatientId> => {
    const row = await store.patient(id);
    return row?.mergedInto ? standing(row.mergedInto) : id;
  };
  return {
    ...clinic,
    row: (place: number) => store.patient(of(place).id),
    standing: (place: number) => standing(of(place).id),
    /** On the page of whoever stands for that row. */
    number: async (place: number, clinicNumber: string) => {
      const now = unwrap(await app.call('tokens.get', { tokenId: of(place).token.id }, staff)).token;
      const row = (await store.patient(now.patientId ?? first([]))) ?? first([]);
      const { id: _id, mergedInto: _into, createdAt: _created, updatedAt: _updated, ...facts } = row;
      return app.call('patients.save', { tokenId: now.id, facts: { ...facts, clinicNumber } }, staff);
    },
    merge: (place: number, other: number) =>
      app.call('patients.merge', { tokenId: of(place).token.id, otherId: of(other).id }, staff),
    separate: (place: number, other: number) =>
      app.call('patients.separate', { tokenId: of(place).token.id, otherId: of(other).id }, staff),
    /** Who is one patient, and has this number. */
    bearers: async (clinicNumber: string) => {
      const bearing = await store.patientsOfNumber(clinicNumberOf(clinicNumber));
      return [...new Set(await Promise.all(bearing.map(({ id }) => standing(id))))];
    },
  };
}

test('a row is not taken out of a chain of mergers while another that stays has its clinic number', async () => {
  const clinic = await clinicOf(3);
  unwrap(await clinic.number(0, '17'));
  unwrap(await clinic.merge(1, 0));
  unwrap(await clinic.number(1, '17'));
  unwrap(await clinic.merge(2, 1));
  const name = (await clinic.row(1))?.name;
  expect(await clinic.separate(2, 0)).toMatchObject({
    error: { code: 'CONFLICT', details: { reason: 'clinic_number_of_merged', number: '17', name } },
  });
  expect(await clinic.bearers('17')).toHaveLength(1);
  // The way that it says.
  unwrap(await clinic.separate(2, 1));
  unwrap(await clinic.number(1, ''));
  unwrap(await clinic.separate(1, 0));
  expect(await clinic.row(0)).toMatchObject({ clinicNumber: '17', mergedInto: null });
  expect(await clinic.bearers('17')).toHaveLength(1);
});

test('a row that others were merged into is not taken apart while one of these has the number of one that stays', async () => {
  const clinic = await clinicOf(3);
  unwrap(await clinic.number(0, '17'));
  unwrap(await clinic.merge(1, 0));
  unwrap(await clinic.merge(2, 1));
  unwrap(await clinic.number(2, '17'));
  expect(await clinic.separate(2, 1)).toMatchObject({
    error: { code: 'CONFLICT', details: { reason: 'clinic_number_of_both', number: '17' } },
  });
  expect(await clinic.bearers('17')).toHaveLength(1);
});

const place = fc.nat(3);
const step = fc.oneof(
  fc.record({
    kind: fc.constant('number' as const),
    one: place,
    number: fc.constantFrom('17', 'op-17', '18', ''),
  }),
  fc.record({ kind: fc.constantFrom('merge' as const, 'separate' as const), one: place, other: place }),
);

test('whatever is merged, taken apart and numbered: a clinic number is one patient’s', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 30 }), async (steps) => {
      const clinic = await clinicOf(4);
      for (const one of steps) {
        if (one.kind === 'number') await clinic.number(one.one, one.number);
        else await clinic[one.kind](one.one, one.other);
        for (const number of ['17', 'op-17', '18']) {
          expect((await clinic.bearers(number)).length).toBeLessThanOrEqual(1);
        }
      }
      await clinic.store.close();
    }),
    { numRuns: 30 },
  );
}, 120_000);
