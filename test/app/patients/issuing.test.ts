import { expect, test } from 'vitest';
import type { Caller } from '../../../src/main/app/access/caller';
import type { PatientId } from '../../../src/shared/model/ids';
import type { Token } from '../../../src/shared/model/token';
import { first, kiosk, openClinic, staff, type TestClinic, unwrap } from '../../helpers/clinic';

const asha = { patientName: 'Asha Verma', patientContact: '9876543210' };

const known = async ({ app }: TestClinic, contact: string) =>
  unwrap(await app.call('patients.known', { contact }, staff));
const other = ({ doctorIds }: TestClinic) => ({ doctorId: doctorIds[1] ?? first(doctorIds) });
const whose = (token: Token): PatientId => {
  if (token.patientId === null) throw new Error(`${token.number} is nobody's.`);
  return token.patientId;
};

test('whoever comes first gets a row with the token, and the same one with every other, however it is written', async () => {
  const clinic = await openClinic();
  const token = await clinic.issued(asha);
  const again = await clinic.issued({
    ...other(clinic),
    patientName: 'ASHA  VERMA',
    patientContact: '+91 98765-43210',
  });
  expect(again.patientId).toBe(token.patientId);
  const brother = await clinic.issued({ ...asha, patientName: 'Ravi Verma' });
  expect(whose(brother)).not.toBe(token.patientId);
  expect(await clinic.store.patient(whose(token))).toMatchObject({
    name: 'Asha Verma',
    contacts: ['9876543210'],
  });
  expect(await known(clinic, '9876')).toMatchObject([
    { patientId: token.patientId, patientName: 'Asha Verma', visits: 2 },
    { patientId: brother.patientId, visits: 1 },
  ]);
  expect((await known(clinic, '6543')).length).toBe(2);
});

test('without a contact nobody is known, unless staff say who it is', async () => {
  const clinic = await openClinic();
  expect((await clinic.issued({ patientName: 'Nobody', patientContact: '' })).patientId).toBeNull();
  const { patientId } = await clinic.issued(asha);
  const plain = { patientName: 'Asha', patientContact: '', patientId: patientId ?? undefined };
  expect((await clinic.issued({ ...other(clinic), ...plain })).patientId).toBe(patientId);
  // R17: the same row, whatever was said.
  expect(await clinic.issue(plain)).toMatchObject({ error: { code: 'DUPLICATE_TOKEN' } });
  expect(await clinic.issue({ ...asha, patientId: 4711 as PatientId })).toMatchObject({
    error: { code: 'NOT_FOUND' },
  });
  expect(await clinic.issue({ ...asha, patientId: whose(await clinic.issued()) }, kiosk)).toMatchObject({
    error: { code: 'FORBIDDEN' },
  });
});

test('R17: a request sent again adds nobody, and a refusal leaves no row', async () => {
  const clinic = await openClinic();
  const wish = { ...asha, requestId: 'request-0001' };
  const token = await clinic.issued(wish);
  expect((await clinic.issued(wish)).id).toBe(token.id);
  const next = await clinic.store.nextPatientId();
  const retired = { ...asha, patientName: 'Never', serviceDay: '2025-01-01' as never };
  expect((await clinic.issue(retired)).ok).toBe(false);
  expect(await clinic.store.nextPatientId()).toBe(next);
});

test('a correction to another name or contact makes it that patient’s token; a transfer keeps the patient', async () => {
  const clinic = await openClinic();
  const { app } = clinic;
  const token = await clinic.issued(asha);
  const ravi = await clinic.issued({ ...other(clinic), ...asha, patientName: 'Ravi Verma' });
  const correct = async (more: object) =>
    unwrap(await app.call('tokens.correct', { tokenId: token.id, ...more }, staff)) as Token;
  expect((await correct({ patientName: 'asha verma' })).patientId).toBe(token.patientId);
  expect((await correct({ patientName: 'Ravi Verma' })).patientId).toBe(ravi.patientId);
  const usha = await correct({ patientName: 'Usha Verma' });
  expect([token.patientId, ravi.patientId]).not.toContain(usha.patientId);
  const moved = unwrap(await app.call('tokens.transfer', { tokenId: token.id, ...other(clinic) }, staff));
  expect(moved).toMatchObject({ patientId: usha.patientId });
});

test('paper blanks of one patient are one patient’s, also when all are new', async () => {
  const clinic = await openClinic();
  const [doctorId, now] = [first(clinic.doctorIds), clinic.clock.now()];
  const row = { at: now - 60_000, source: 'walk_in', became: 'served', ...asha } as const;
  const rows = [row, { ...row, patientName: 'Ravi' }, { ...row, patientName: 'asha verma' }];
  const { tokens } = unwrap(await clinic.app.call('tokens.paper', { doctorId, rows }, staff));
  const [one, two, three] = tokens.map(whose);
  expect(three).toBe(one);
  expect(two).not.toBe(one);
});

test('erasing the last visit of a patient takes the row with it, and of one of several not', async () => {
  const clinic = await openClinic();
  const { app, store } = clinic;
  const tokens = [await clinic.issued(asha), await clinic.issued({ ...other(clinic), ...asha })];
  const patientId = whose(first(tokens));
  for (const [index, { id: tokenId }] of tokens.entries()) {
    unwrap(await app.call('tokens.cancel', { tokenId }, staff));
    unwrap(await app.call('privacy.erase', { tokenIds: [tokenId] }, staff));
    expect((await store.patient(patientId)) === undefined).toBe(index === 1);
  }
  expect(await known(clinic, '98765')).toEqual([]);
  expect(await store.nextPatientId()).toBeGreaterThan(patientId);
});

test('a card that is read at the kiosk is kept with whoever is new, and a number of somebody else’s tells nothing', async () => {
  const clinic = await openClinic();
  const { app, store } = clinic;
  const number = { system: 'abha', value: '91-1234-5678-9012' };
  const card = { sex: 'female' as const, identifiers: [number] };
  const rowOf = async ({ id: tokenId }: Pick<Token, 'id'>) => {
    const { token } = unwrap(await app.call('tokens.get', { tokenId }, staff));
    return token.patientId === null ? undefined : store.patient(token.patientId);
  };
  const said = { patientName: 'Sita Devi', patientContact: '9811111111', card };
  const { token: own } = unwrap(await clinic.issue(said, kiosk));
  expect(await rowOf(own)).toMatchObject({ sex: 'female', identifiers: [{ ...number, fromCard: true }] });
  const stranger = { patientName: 'Gita Pal', patientContact: '9822222222', card };
  const { token, ...ticket } = unwrap(await clinic.issue(stranger, kiosk));
  const row = await rowOf(token);
  expect(row).toMatchObject({ name: 'Gita Pal', sex: 'female', identifiers: [] });
  expect(row?.id).not.toBe((await rowOf(own))?.id);
  expect(JSON.stringify([token, ticket])).not.toMatch(/Sita|9811111111/);
  const site: Caller = { role: 'booking', screen: 'home', doctorId: null };
  expect(await clinic.issue({ ...stranger, source: 'online' }, site)).toMatchObject({
    error: { code: 'FORBIDDEN' },
  });
});
