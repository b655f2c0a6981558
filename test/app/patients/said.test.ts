import { expect, test } from 'vitest';
import type { PatientFacts } from '../../../src/shared/model/registered-patient';
import { serviceDaySchema } from '../../../src/shared/model/time';
import type { Token } from '../../../src/shared/model/token';
import { first, openClinic, staff, unwrap } from '../../helpers/clinic';

const asha = { patientName: 'Asha Verma', patientContact: '9876543210' };
const usha = { patientName: 'Usha Verma', patientContact: '9876543210' };
const tuesday = serviceDaySchema.parse('2026-01-06');

/** What changing the register says of tokens that it reaches. */
async function clinicOfTwo() {
  const clinic = await openClinic();
  const { app, store } = clinic;
  const [here = first(clinic.doctorIds), there = here] = clinic.doctorIds;
  const idOf = ({ patientId }: Token) => patientId ?? first([]);
  return {
    ...clinic,
    ...{ here, there, idOf },
    save: async (token: Token, more: Partial<PatientFacts>) => {
      const row = (await store.patient(idOf(token))) ?? first([]);
      const { id: _id, mergedInto: _into, createdAt: _created, updatedAt: _updated, ...facts } = row;
      const said = { tokenId: token.id, facts: { ...facts, ...more } };
      return unwrap(await app.call('patients.save', said, staff));
    },
  };
}

test('R26: saving a need says which open tokens follow, and how many others each goes before or behind', async () => {
  const clinic = await clinicOfTwo();
  for (let others = 0; others < 3; others += 1) await clinic.issued({ doctorId: clinic.here });
  const one = await clinic.issued({ doctorId: clinic.here, ...asha });
  const away = await clinic.issued({ doctorId: clinic.there, ...asha, source: 'online' });
  const later = await clinic.issued({
    ...{ doctorId: clinic.here, ...asha, source: 'online' },
    serviceDay: tuesday,
  });
  const { tokenId, followed } = await clinic.save(one, { precedence: 'disabled' });
  expect(tokenId).toBe(one.id);
  const passes = Object.fromEntries(followed.map((each) => [each.tokenId, each.passes]));
  expect(passes).toEqual({ [one.id]: 3, [away.id]: 0, [later.id]: 0 });
  const back = await clinic.save(one, { precedence: null });
  expect(back.followed.find((each) => each.tokenId === one.id)?.passes).toBe(-3);
  expect((await clinic.save(one, { note: 'By the stairs' })).followed).toEqual([]);
});

test('a merge says whose turn changes by it, and what is open of both is known before it', async () => {
  const clinic = await clinicOfTwo();
  const { app } = clinic;
  await clinic.issued({ doctorId: clinic.here });
  const one = await clinic.issued({ doctorId: clinic.here, ...asha });
  const two = await clinic.issued({ doctorId: clinic.here, ...usha });
  await clinic.save(two, { birth: '1940' });
  const page = unwrap(await app.call('patients.page', { tokenId: one.id }, staff));
  expect(page.visits).toMatchObject([{ tokenId: one.id, doctorId: clinic.here, status: 'active' }]);
  const [found] = unwrap(await app.call('patients.find', { query: 'usha' }, staff));
  const { id: tokenId, number, doctorId, serviceDay } = two;
  expect(found?.open).toEqual([{ tokenId, number, doctorId, serviceDay }]);
  const wish = { tokenId: one.id, otherId: clinic.idOf(two) };
  const { followed } = unwrap(await app.call('patients.merge', wish, staff));
  expect(followed.map((each) => each.tokenId).sort()).toEqual([one.id, two.id].sort());
  expect(followed.find((each) => each.tokenId === one.id)?.passes).toBeGreaterThan(0);
  unwrap(await app.call('tokens.cancel', { tokenId: two.id }, staff));
  const [after] = unwrap(await app.call('patients.find', { query: 'usha' }, staff));
  expect(after?.open.map((each) => each.tokenId)).toEqual([one.id]);
});
