import { expect, test } from 'vitest';
import type { CallInput } from '../../../src/shared/contract';
import type { PatientFacts } from '../../../src/shared/model/registered-patient';
import type { Token } from '../../../src/shared/model/token';
import { kiosk, openClinic, staff, type TestClinic, unwrap } from '../../helpers/clinic';

const asha = { patientName: 'Asha Verma', patientContact: '9876543210' };
const plain: PatientFacts = {
  ...{ name: 'Asha Verma', secondName: '', sex: null, birth: null, contacts: ['9876543210'], address: '' },
  ...{ clinicNumber: '', identifiers: [], note: '', precedence: null, precedenceUntil: null },
};
const abha = { system: 'abha', value: '91-1234-5678-9012' } as const;
const address = { system: 'abha-address', value: 'asha@abdm' } as const;

const holder = async ({ app }: TestClinic, ...numbers: CallInput<'patients.ofCard'>['numbers']) =>
  unwrap(await app.call('patients.ofCard', { numbers }, staff));
const own = (value: string) => ({ system: 'own', value }) as const;
const save = async ({ app }: TestClinic, { id: tokenId }: Token, facts: Partial<PatientFacts>) =>
  unwrap(await app.call('patients.save', { tokenId, facts: { ...plain, ...facts } }, staff));

test('the clinic’s own card leads to its patient, and to the open token of today', async () => {
  const clinic = await openClinic();
  const token = await clinic.issued(asha);
  const patient = { kind: 'known', patientId: 1, patientName: 'Asha Verma', patientContact: '9876543210' };
  expect(await holder(clinic, own('1'))).toMatchObject({ ...patient, openTokenId: token.id });
  expect(await holder(clinic, own('०१'))).toMatchObject(patient);
  const later = await clinic.issued({ ...asha, doctorId: clinic.doctorIds[1] ?? token.doctorId });
  unwrap(await clinic.app.call('tokens.cancel', { tokenId: token.id }, staff));
  expect(await holder(clinic, own('1'))).toMatchObject({ openTokenId: later.id });
  unwrap(await clinic.app.call('tokens.cancel', { tokenId: later.id }, staff));
  expect(await holder(clinic, own('1'))).toMatchObject({ ...patient, openTokenId: null });
  for (const number of ['2', '0', '99999999999999999999', 'OP-77', '1; DROP'])
    expect(await holder(clinic, own(number)), number).toEqual({ kind: 'unknown' });
});

test('a clinic’s own label leads to whoever has that clinic number, and to nobody where two have it', async () => {
  const clinic = await openClinic();
  const [one, two] = [await clinic.issued(asha), await clinic.issued({ ...asha, patientName: 'Ravi' })];
  await save(clinic, one, { clinicNumber: 'OP-77' });
  expect(await holder(clinic, own('op 77'))).toMatchObject({ patientId: 1 });
  const patient = await clinic.store.patient(2 as never);
  const change = () => ({
    ok: true as const,
    value: { books: [], patients: patient ? [{ ...patient, clinicNumber: 'OP77' }] : [], answer: null },
  });
  unwrap(await clinic.store.transact({ books: [], today: one.serviceDay, now: 0 }, change));
  expect(await holder(clinic, own('OP-77'))).toEqual({ kind: 'several' });
  unwrap(await clinic.app.call('patients.merge', { tokenId: two.id, otherId: 1 as never }, staff));
  expect(await holder(clinic, own('OP-77'))).toMatchObject({ patientId: 2 });
  // The card of a row that was merged is that one's too.
  expect(await holder(clinic, own('1'))).toMatchObject({ patientId: 2, patientName: 'Ravi' });
});

test('an ABHA card leads to whoever has its number, else its address, however they are written', async () => {
  const clinic = await openClinic();
  const token = await clinic.issued(asha);
  expect(await holder(clinic, abha, address)).toEqual({ kind: 'unknown' });
  await save(clinic, token, { identifiers: [{ ...abha, value: '91123456789012' }] });
  expect(await holder(clinic, abha, address)).toMatchObject({ patientId: 1 });
  await save(clinic, token, { identifiers: [address] });
  expect(await holder(clinic, abha, address)).toMatchObject({ patientId: 1 });
  expect(await holder(clinic, abha)).toEqual({ kind: 'unknown' });
});

test('a doctor’s window is told the open tokens of a card, and nothing of who it is', async () => {
  const clinic = await openClinic();
  const token = await clinic.issued(asha);
  const doctor = { role: 'doctor', screen: 'doctor', doctorId: null } as const;
  const told = (value: string) => clinic.app.call('tokens.ofCard', { numbers: [own(value)] }, doctor);
  expect(unwrap(await told('1'))).toEqual({ tokenIds: [token.id] });
  expect(unwrap(await told('2'))).toEqual({ tokenIds: [] });
  expect(await clinic.app.call('patients.ofCard', { numbers: [own('1')] }, doctor)).toMatchObject({
    error: { code: 'FORBIDDEN' },
  });
});

test('an ABHA card of somebody new is kept with the new row, as from a card; of somebody known it changes nothing', async () => {
  const clinic = await openClinic();
  const card = { sex: 'female', identifiers: [abha, address] } as const;
  const wish = { ...asha, birth: '1956', card: structuredClone(card) as never };
  const token = await clinic.issued(wish);
  const row = async (id = 1) => clinic.store.patient(id as never);
  const fromCard = [
    { ...abha, fromCard: true },
    { ...address, fromCard: true },
  ];
  expect(await row()).toMatchObject({ sex: 'female', birth: '1956', identifiers: fromCard });
  expect(await holder(clinic, abha)).toMatchObject({ patientId: 1, openTokenId: token.id });
  // Written by somebody, it is theirs.
  await save(clinic, token, { identifiers: [abha] });
  expect((await row())?.identifiers).toEqual([abha]);
  // Another phone, the same number: the same patient, and the card writes over nothing.
  const other = { ...wish, doctorId: clinic.doctorIds[1] ?? token.doctorId, patientContact: '9000000001' };
  expect((await clinic.issued(other)).patientId).toBe(1);
  expect(await row()).toMatchObject({ contacts: ['9876543210'], identifiers: [abha] });
});

test('who has no phone is known by the card; at a kiosk nobody is', async () => {
  const clinic = await openClinic();
  const card = { sex: null, identifiers: [abha] } as never;
  const token = await clinic.issued({ patientName: 'Asha', patientContact: '', card });
  expect(token.patientId).toBe(1);
  expect(await clinic.store.patient(1 as never)).toMatchObject({ name: 'Asha', contacts: [] });
  const none = { sex: null, identifiers: [] } as never;
  expect((await clinic.issued({ patientName: 'Bo', patientContact: '', card: none })).patientId).toBeNull();
  const atKiosk = unwrap(await clinic.issue({ ...asha, patientName: 'Cy', card }, kiosk)).token;
  expect(atKiosk.patientId).not.toBe(token.patientId);
  expect(await clinic.store.patient(atKiosk.patientId as never)).toMatchObject({
    name: 'Cy',
    identifiers: [],
  });
});
