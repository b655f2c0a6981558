import { expect, test } from 'vitest';
import type { DoctorId, PatientId, TokenId } from '../../../src/shared/model/ids';
import type { PatientFacts } from '../../../src/shared/model/registered-patient';
import { serviceDaySchema } from '../../../src/shared/model/time';
import type { Token } from '../../../src/shared/model/token';
import { openClinic, staff, type TestClinic, unwrap } from '../../helpers/clinic';

const asha = { patientName: 'Asha Verma', patientContact: '9876543210' };
const usha = { patientName: 'Usha Verma', patientContact: '9876543210' };
const sita = { patientName: 'Sita Verma', patientContact: '9876543210' };

const whose = ({ patientId, number }: Token): PatientId => {
  if (patientId === null) throw new Error(`${number} is nobody's.`);
  return patientId;
};

async function clinicOfThree() {
  const clinic = await openClinic();
  const [here, there, third] = clinic.doctorIds;
  if (!here || !there || !third) throw new Error('The clinic has three doctors.');
  const { app } = clinic;
  const now = async (tokenId: TokenId): Promise<Token> =>
    unwrap(await app.call('tokens.get', { tokenId }, staff)).token;
  return {
    ...clinic,
    ...{ here, there, third, now },
    owner: async ({ id }: Token) => (await now(id)).patientId,
    merge: async (one: Token, other: Token) =>
      unwrap(await app.call('patients.merge', { tokenId: one.id, otherId: whose(other) }, staff)),
    separate: (one: Token, other: Token) =>
      app.call('patients.separate', { tokenId: one.id, otherId: whose(other) }, staff),
    second: (doctorId: DoctorId, who: typeof asha) => clinic.issue({ doctorId, ...who }),
  };
}

const twice = { error: { code: 'DUPLICATE_TOKEN' } };

const opens: Readonly<Record<string, (clinic: TestClinic, token: Token) => Promise<unknown>>> = {
  reinstated: async ({ app }, { id: tokenId }) => app.call('tokens.reinstate', { tokenId }, staff),
  undone: async ({ app }, { id: tokenId }) => app.call('tokens.undo', { tokenId }, staff),
};

test.each(Object.keys(opens))(
  'R17, R27: a token that is %s after its row was merged is of the patient who stands for it',
  async (how) => {
    const clinic = await clinicOfThree();
    const one = await clinic.issued({ doctorId: clinic.here, ...asha });
    const two = await clinic.issued({ doctorId: clinic.there, ...usha });
    unwrap(await clinic.app.call('tokens.cancel', { tokenId: two.id }, staff));
    await clinic.merge(one, two);
    await opens[how]?.(clinic, two);
    expect(await clinic.now(two.id)).toMatchObject({ status: 'active', patientId: one.patientId });
    expect(await clinic.second(clinic.there, asha)).toMatchObject(twice);
    unwrap(await clinic.app.call('queue.callNext', { doctorId: clinic.here }, staff));
    expect(await clinic.app.call('queue.callNext', { doctorId: clinic.there }, staff)).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  },
);

test('R27: what merging did to a token is not undone with it: the rows stay one patient', async () => {
  const clinic = await clinicOfThree();
  const one = await clinic.issued({ doctorId: clinic.here, ...asha });
  const two = await clinic.issued({ doctorId: clinic.there, ...usha });
  await clinic.merge(one, two);
  await clinic.app.call('tokens.undo', { tokenId: two.id }, staff);
  expect(await clinic.owner(two)).toBe(one.patientId);
});

test('three rows made one are taken apart one by one, each with its own tokens', async () => {
  const clinic = await clinicOfThree();
  const a = await clinic.issued({ doctorId: clinic.here, ...asha });
  const b = await clinic.issued({ doctorId: clinic.there, ...usha });
  const c = await clinic.issued({ doctorId: clinic.third, ...sita });
  await clinic.merge(b, a);
  await clinic.merge(c, b);
  expect(await Promise.all([a, b, c].map(clinic.owner))).toEqual([c.patientId, c.patientId, c.patientId]);
  unwrap(await clinic.separate(c, a));
  expect(await Promise.all([a, b, c].map(clinic.owner))).toEqual([a.patientId, c.patientId, c.patientId]);
  unwrap(await clinic.separate(c, b));
  expect(await Promise.all([a, b, c].map(clinic.owner))).toEqual([a.patientId, b.patientId, c.patientId]);
});

test('a token that staff gave to somebody else stays theirs when rows are taken apart', async () => {
  const clinic = await clinicOfThree();
  const a = await clinic.issued({ doctorId: clinic.here, ...asha });
  const b = await clinic.issued({ doctorId: clinic.there, ...usha });
  const wrong = await clinic.issued({ doctorId: clinic.third, ...usha });
  unwrap(
    await clinic.app.call('tokens.correct', { tokenId: wrong.id, patientName: asha.patientName }, staff),
  );
  await clinic.merge(a, b);
  unwrap(await clinic.separate(a, b));
  expect(await Promise.all([a, b, wrong].map(clinic.owner))).toEqual([a.patientId, b.patientId, a.patientId]);
});

test('a token that was transferred while its row was merged goes back with the row', async () => {
  const clinic = await clinicOfThree();
  const a = await clinic.issued({ doctorId: clinic.here, ...asha });
  const b = await clinic.issued({ doctorId: clinic.there, ...usha });
  await clinic.merge(a, b);
  const to = { tokenId: b.id, doctorId: clinic.third };
  const moved = unwrap(await clinic.app.call('tokens.transfer', to, staff)) as Token;
  unwrap(await clinic.separate(a, b));
  expect(await clinic.owner(moved)).toBe(b.patientId);
});

test('rows are taken apart on the page of the patient who stands for both, and on no other', async () => {
  const clinic = await clinicOfThree();
  const a = await clinic.issued({ doctorId: clinic.here, ...asha });
  const b = await clinic.issued({ doctorId: clinic.there, ...usha });
  const stranger = await clinic.issued({ doctorId: clinic.third, ...sita });
  await clinic.merge(a, b);
  expect(await clinic.separate(stranger, b)).toMatchObject({ error: { code: 'CONFLICT' } });
  expect(await clinic.owner(b)).toBe(a.patientId);
});

test('R16: a token corrected to another name without a contact is nobody’s, to another spelling it stays', async () => {
  const clinic = await clinicOfThree();
  const a = await clinic.issued({ doctorId: clinic.here, ...asha });
  const correct = async (patientName: string) =>
    unwrap(
      await clinic.app.call('tokens.correct', { tokenId: a.id, patientName, patientContact: '' }, staff),
    ) as Token;
  expect((await correct('Asha Varma')).patientId).toBe(a.patientId);
  expect((await correct('Mohan Lal')).patientId).toBeNull();
  expect((await clinic.second(clinic.here, asha)).ok).toBe(true);
});

test('R26: a merge loses no need: of two the one that holds longer is kept, and a birth by which somebody is senior', async () => {
  const clinic = await clinicOfThree();
  const needOf = async ({ id }: Token) => (await clinic.now(id)).precedence;
  const save = async (token: Token, more: Partial<PatientFacts>) => {
    const patient = await clinic.store.patient(whose(token));
    if (!patient) throw new Error('Nobody.');
    const { id: _id, mergedInto: _into, createdAt: _created, updatedAt: _updated, ...facts } = patient;
    const wish = { tokenId: token.id, facts: { ...facts, ...more } };
    unwrap(await clinic.app.call('patients.save', wish, staff));
  };
  const day = (text: string) => serviceDaySchema.parse(text);
  const one = await clinic.issued({ doctorId: clinic.here, ...asha });
  const two = await clinic.issued({ doctorId: clinic.there, ...usha });
  const three = await clinic.issued({ doctorId: clinic.third, ...sita });
  await save(one, { precedence: 'other', precedenceUntil: day('2026-01-05') });
  await save(two, { precedence: 'pregnant', precedenceUntil: day('2026-06-01') });
  await save(three, { birth: '1940' });
  await clinic.merge(one, two);
  expect([await needOf(one), await needOf(two)]).toEqual(['pregnant', 'pregnant']);
  await clinic.merge(one, three);
  expect(await clinic.store.patient(whose(one))).toMatchObject({
    ...{ precedence: 'pregnant', precedenceUntil: '2026-06-01', birth: '1940' },
  });
  await save(one, { precedence: null, precedenceUntil: null });
  expect([await needOf(one), await needOf(three)]).toEqual(['senior', 'senior']);
  unwrap(await clinic.separate(one, three));
  expect(await needOf(three)).toBe('senior');
});

test('R17: taken apart, a row has what was given, transferred or corrected and undone under its name meanwhile', async () => {
  const clinic = await clinicOfThree();
  const { app, here, there, third } = clinic;
  const one = await clinic.issued({ doctorId: here, ...asha });
  const two = await clinic.issued({ doctorId: there, ...usha });
  await clinic.merge(one, two);
  const given = await clinic.issued({ doctorId: third, ...usha });
  unwrap(await app.call('tokens.correct', { tokenId: two.id, patientName: sita.patientName }, staff));
  unwrap(await app.call('tokens.undo', { tokenId: two.id }, staff));
  expect([await clinic.owner(given), await clinic.owner(two)]).toEqual([one.patientId, one.patientId]);
  unwrap(await clinic.separate(one, two));
  expect(await clinic.owner(one)).toBe(one.patientId);
  for (const token of [given, two]) expect(await clinic.owner(token)).toBe(two.patientId);
  expect(await clinic.second(third, usha)).toMatchObject(twice);
  expect((await clinic.second(third, asha)).ok).toBe(true);
});
