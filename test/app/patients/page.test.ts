import { expect, test } from 'vitest';
import type { CallInput } from '../../../src/shared/contract';
import type { PatientId } from '../../../src/shared/model/ids';
import type { PatientFacts } from '../../../src/shared/model/registered-patient';
import { serviceDaySchema } from '../../../src/shared/model/time';
import type { Token } from '../../../src/shared/model/token';
import { areAlike } from '../../../src/shared/names/alike';
import { ok } from '../../../src/shared/result';
import { first, MONDAY, openClinic, staff, type TestClinic, unwrap } from '../../helpers/clinic';

const asha = { patientName: 'Asha Verma', patientContact: '9876543210' };
const plain: PatientFacts = {
  ...{ name: 'Asha Verma', secondName: '', sex: null, birth: null, contacts: ['9876543210'], address: '' },
  ...{ clinicNumber: '', identifiers: [], note: '', precedence: null, precedenceUntil: null },
};
const page = async ({ app }: TestClinic, { id: tokenId }: Pick<Token, 'id'>) =>
  unwrap(await app.call('patients.page', { tokenId }, staff));
const found = async ({ app }: TestClinic, query: string) =>
  unwrap(await app.call('patients.find', { query }, staff)).map(({ name }) => name);
const openOf = async ({ app }: TestClinic, query: string) =>
  unwrap(await app.call('patients.find', { query }, staff)).map(({ open }) =>
    open.map(({ tokenId }) => tokenId),
  );
const save = ({ app }: TestClinic, input: CallInput<'patients.save'>) =>
  app.call('patients.save', input, staff);
const whose = ({ patientId }: Token): PatientId => {
  if (patientId === null) throw new Error('nobody');
  return patientId;
};

test('whoever is found by the sound of the name is found with the open tokens of today and later', async () => {
  const clinic = await openClinic();
  const today = await clinic.issued({ patientName: 'मीना वर्मा', patientContact: '9876543210' });
  const later = await clinic.issued({
    patientName: 'मीना वर्मा',
    patientContact: '9876543210',
    source: 'online',
    serviceDay: serviceDaySchema.parse('2026-01-06'),
  });
  expect(await openOf(clinic, 'Mina Verma')).toEqual([[today.id, later.id]]);
  unwrap(await clinic.app.call('tokens.cancel', { tokenId: today.id }, staff));
  expect(await openOf(clinic, 'Mina Verma')).toEqual([[later.id]]);
});

test('a patient’s page has the facts, every visit, and who looked', async () => {
  const clinic = await openClinic();
  const { app, doctorIds } = clinic;
  const one = await clinic.issued({ ...asha, source: 'online' });
  unwrap(await app.call('tokens.cancel', { tokenId: one.id }, staff));
  const two = await clinic.issued({ ...asha, doctorId: doctorIds[1] ?? first(doctorIds) });
  expect(await page(clinic, one)).toMatchObject({
    patient: { name: 'Asha Verma', contacts: ['9876543210'] },
    twins: [],
    merged: [],
    looks: [],
  });
  const seen = await page(clinic, two);
  expect(seen.visits.map(({ number, status }) => [number, status]).sort()).toEqual([
    [one.number, 'cancelled'],
    [two.number, 'active'],
  ]);
  expect(seen.looks).toMatchObject([{ kind: 'patients.page', role: 'staff' }]);
});

test('facts are saved whole; who changed them since is not written over; tokens keep what was said', async () => {
  const clinic = await openClinic();
  const token = await clinic.issued(asha);
  const { patient } = await page(clinic, token);
  const facts = { ...plain, name: 'Asha Devi', secondName: 'आशा देवी', birth: '१९५६', clinicNumber: 'OP-7' };
  clinic.clock.setTo(clinic.clock.now() + 1_000);
  const seen = patient?.updatedAt ?? 0;
  unwrap(await save(clinic, { tokenId: token.id, facts, seen }));
  expect(await save(clinic, { tokenId: token.id, facts, seen })).toMatchObject({
    error: { code: 'CONFLICT' },
  });
  const { visits, patient: after } = await page(clinic, token);
  expect(after).toMatchObject({
    name: 'Asha Devi',
    birth: '1956',
    secondName: 'आशा देवी',
    clinicNumber: 'OP-7',
  });
  expect(visits[0]?.patientName).toBe('Asha Verma');
  for (const query of ['devi', 'आशा', 'op-7', '1956', '6543'])
    expect(await found(clinic, query), query).toEqual(['Asha Devi']);
  expect(await found(clinic, String(after?.id))).toEqual(['Asha Devi']);
  // R17: known again by either name.
  expect((await clinic.issued({ ...asha, patientName: 'आशा देवी', allowDuplicate: true })).patientId).toBe(
    token.patientId,
  );
  expect(await save(clinic, { tokenId: token.id, facts: { ...facts, birth: '1956-02-30' } })).toMatchObject({
    error: { code: 'INVALID_INPUT' },
  });
});

test('who is not in the register is added by the page, and nothing else of the token changes', async () => {
  const clinic = await openClinic();
  const token = await clinic.issued({ patientName: 'Nobody', patientContact: '' });
  expect((await page(clinic, token)).patient).toBeNull();
  const id = await clinic.store.nextPatientId();
  unwrap(await save(clinic, { tokenId: token.id, facts: { ...plain, name: 'Nobody', contacts: [] } }));
  const seen = await page(clinic, token);
  expect([seen.patient?.id, seen.visits.length]).toEqual([id, 1]);
  expect(await found(clinic, 'nobody')).toEqual(['Nobody']);
});

test('likely twins are proposed, merged only when told, and taken apart again as they were', async () => {
  const clinic = await openClinic();
  const { app, doctorIds } = clinic;
  const other = { doctorId: doctorIds[1] ?? first(doctorIds) };
  const one = await clinic.issued(asha);
  const two = await clinic.issued({ ...other, ...asha, patientName: 'A. Verma' });
  await clinic.issued({ ...other, ...asha, patientName: 'Ravi Verma' });
  expect((await page(clinic, one)).twins.map(({ name, why }) => [name, why])).toEqual([
    ['A. Verma', 'contact'],
  ]);
  const both = { tokenId: one.id, otherId: whose(two) };
  unwrap(await app.call('patients.merge', both, staff));
  const merged = await page(clinic, two);
  expect(merged.patient?.id).toBe(one.patientId);
  expect([merged.visits.length, merged.twins.length, merged.merged.length]).toEqual([2, 0, 1]);
  expect(await app.call('patients.merge', both, staff)).toMatchObject({ error: { code: 'CONFLICT' } });
  expect((await found(clinic, 'verma')).sort()).toEqual(['Asha Verma', 'Ravi Verma']);
  // Whoever comes under the other name is the patient that stands for both, until these are two again.
  const again = await clinic.issued({ ...asha, patientName: 'A Verma', allowDuplicate: true });
  expect(again.patientId).toBe(one.patientId);
  unwrap(await app.call('patients.separate', both, staff));
  expect((await page(clinic, two)).patient?.id).toBe(two.patientId);
  const theirs = (await page(clinic, two)).visits.map(({ tokenId }) => tokenId);
  expect(theirs.sort()).toEqual([again.id, two.id].sort());
  expect(await app.call('patients.separate', both, staff)).toMatchObject({ error: { code: 'CONFLICT' } });
});

test('R27: of two rows made one, the tokens that are open are one patient’s, and each its own again when taken apart', async () => {
  const clinic = await openClinic();
  const { app, doctorIds } = clinic;
  const [here, there] = [first(doctorIds), doctorIds[1] ?? first(doctorIds)];
  const one = await clinic.issued({ ...asha, doctorId: here });
  const two = await clinic.issued({ ...asha, patientName: 'A. Verma', doctorId: there });
  const later = await clinic.issued({
    ...asha,
    patientName: 'A. Verma',
    doctorId: there,
    serviceDay: serviceDaySchema.parse('2026-01-06'),
  });
  const both = { tokenId: one.id, otherId: whose(two) };
  const owners = async () => {
    const found = await Promise.all(
      [one, two, later].map(({ id }) => app.call('tokens.get', { tokenId: id }, staff)),
    );
    return found.map((answer) => unwrap(answer).token.patientId);
  };
  unwrap(await app.call('patients.merge', both, staff));
  expect(await owners()).toEqual([one.patientId, one.patientId, one.patientId]);
  unwrap(await app.call('queue.callNext', { doctorId: here }, staff));
  // Whoever is at one door is not called to another.
  expect(await app.call('queue.callNext', { doctorId: there }, staff)).toMatchObject({
    error: { code: 'NOT_FOUND' },
  });
  unwrap(await app.call('patients.separate', both, staff));
  expect(await owners()).toEqual([one.patientId, two.patientId, two.patientId]);
  expect(unwrap(await app.call('queue.callNext', { doctorId: there }, staff)).id).toBe(two.id);
});

test('the same ABHA number on another phone is a twin', async () => {
  const clinic = await openClinic();
  const one = await clinic.issued(asha);
  const two = await clinic.issued({ patientName: 'Asha', patientContact: '9123456789' });
  const identifiers = (value: string) => [{ system: 'abha', value }];
  unwrap(
    await save(clinic, {
      tokenId: one.id,
      facts: { ...plain, identifiers: identifiers('91-1234-5678-9012') },
    }),
  );
  const facts = { ...plain, name: 'Asha', contacts: [], identifiers: identifiers('91 1234 5678 9012') };
  unwrap(await save(clinic, { tokenId: two.id, facts }));
  expect((await page(clinic, two)).twins).toMatchObject([{ name: 'Asha Verma', why: 'identifier' }]);
});

test('what is on record of a patient’s facts has no names, days of birth or numbers', async () => {
  const clinic = await openClinic();
  const token = await clinic.issued(asha);
  unwrap(
    await save(clinic, { tokenId: token.id, facts: { ...plain, birth: '1956-04-12', address: 'Rampur' } }),
  );
  const { lines } = unwrap(await clinic.app.call('audit.list', {}, staff));
  expect(lines[0]).toMatchObject({ kind: 'patients.save', tokenId: token.id });
  expect(JSON.stringify(lines)).not.toMatch(/Asha|98765|Rampur|1956/);
});

test.each([
  ['Asha Verma', 'asha  verma', true],
  ['A. Verma', 'Asha Verma', true],
  ['Verma Asha', 'Asha Devi Verma', true],
  ['Meena', 'Mina', true],
  ['Lakshmi', 'Laxmi', true],
  ['मीना', 'Meena', true],
  ['Lakshmi', 'Lakshmy', true],
  ['Ravi Verma', 'Asha Verma', false],
  ['Asha', 'Usha', true],
])('%s and %s: alike is %s', (one, other, expected) => {
  expect(areAlike(one, other)).toBe(expected);
});

test('a clinic number is one patient’s: another is told whose it is, and whoever shares one from before keeps it', async () => {
  const clinic = await openClinic();
  const [asha77, ravi] = [await clinic.issued(asha), await clinic.issued({ ...asha, patientName: 'Ravi' })];
  const number = { ...plain, clinicNumber: 'OP-77' };
  unwrap(await save(clinic, { tokenId: asha77.id, facts: number }));
  unwrap(await save(clinic, { tokenId: asha77.id, facts: { ...number, note: 'again' } }));
  const taken = { ...number, name: 'Ravi', clinicNumber: 'op 77' };
  expect(await save(clinic, { tokenId: ravi.id, facts: taken })).toMatchObject({
    error: {
      code: 'CONFLICT',
      message: 'The clinic number OP-77 is Asha Verma’s already (number 1 in the register).',
      details: { reason: 'clinic_number_taken', patientId: whose(asha77) },
    },
  });
  unwrap(await save(clinic, { tokenId: ravi.id, facts: { ...plain, name: 'Ravi' } }));
  // Once they are one patient the number is that one’s, whichever row has it.
  unwrap(await clinic.app.call('patients.merge', { tokenId: ravi.id, otherId: whose(asha77) }, staff));
  unwrap(await save(clinic, { tokenId: ravi.id, facts: taken }));
  const apart = { tokenId: ravi.id, otherId: whose(asha77) };
  expect(await clinic.app.call('patients.separate', apart, staff)).toMatchObject({
    error: { code: 'CONFLICT', details: { reason: 'clinic_number_of_both', number: 'OP-77' } },
  });
  unwrap(await save(clinic, { tokenId: ravi.id, facts: { ...plain, name: 'Ravi' } }));
  unwrap(await clinic.app.call('patients.separate', apart, staff));
  // As an earlier version let it be.
  const row = await clinic.store.patient(whose(ravi));
  const patients = row ? [{ ...row, clinicNumber: 'op 77' }] : [];
  const at = { books: [], today: serviceDaySchema.parse(MONDAY), now: clinic.clock.now() };
  unwrap(await clinic.store.transact(at, () => ok({ books: [], patients, answer: {} })));
  unwrap(await save(clinic, { tokenId: ravi.id, facts: { ...taken, note: 'kept' } }));
  expect((await page(clinic, ravi)).twins).toMatchObject([{ why: 'clinic_number' }]);
});
