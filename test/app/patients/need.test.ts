import { expect, test } from 'vitest';
import type { Caller } from '../../../src/main/app/access/caller';
import type { PatientFacts } from '../../../src/shared/model/registered-patient';
import { serviceDaySchema } from '../../../src/shared/model/time';
import type { Token } from '../../../src/shared/model/token';
import { first, kiosk, openClinic, staff, type TestClinic, unwrap } from '../../helpers/clinic';

const ravi = { patientName: 'Ravi Verma', patientContact: '9876543210' };
const usha = { ...ravi, patientName: 'Usha Verma' };
const booking: Caller = { role: 'booking', screen: 'home', doctorId: null };
const need = ({ precedence, precedenceFrom }: Token) => [precedence, precedenceFrom];
const ofSecond = ({ doctorIds }: TestClinic) => ({ doctorId: doctorIds[1] ?? first(doctorIds) });

const factsOf = async ({ store }: TestClinic, token: Token): Promise<PatientFacts> => {
  const patient = token.patientId === null ? undefined : await store.patient(token.patientId);
  if (!patient) throw new Error('Nobody.');
  const { id: _id, mergedInto: _into, createdAt: _created, updatedAt: _updated, ...facts } = patient;
  return facts;
};
const save = async (clinic: TestClinic, token: Token, more: Partial<PatientFacts>) =>
  unwrap(
    await clinic.app.call(
      'patients.save',
      { tokenId: token.id, facts: { ...(await factsOf(clinic, token)), ...more } },
      staff,
    ),
  );
const now = async ({ app }: TestClinic, { id: tokenId }: Token): Promise<Token> =>
  unwrap(await app.call('tokens.get', { tokenId }, staff)).token;

/** As the desk sees it: what the register says is neither a kiosk's nor a booking site's to know. */
async function givenBy(
  clinic: TestClinic,
  by: Caller,
  wish: Parameters<TestClinic['issue']>[0],
): Promise<Token> {
  const { token } = unwrap(await clinic.issue(wish, by));
  expect(token.precedenceFrom).not.toBe('register');
  return now(clinic, token);
}

/** Ravi was here before, and is 71. */
async function withRavi(more: Partial<PatientFacts> = { birth: '1954-06-01' }): Promise<TestClinic> {
  const clinic = await openClinic();
  const token = await clinic.issued(ravi);
  await save(clinic, token, more);
  unwrap(await clinic.app.call('tokens.cancel', { tokenId: token.id }, staff));
  return clinic;
}

test('R26: whoever is known to be 71 has precedence with every token, however it is given', async () => {
  const clinic = await withRavi();
  const desk = await clinic.issued(ravi);
  expect(need(desk)).toEqual(['senior', 'register']);
  const transferred = unwrap(
    await clinic.app.call('tokens.transfer', { tokenId: desk.id, ...ofSecond(clinic) }, staff),
  );
  expect(transferred).toMatchObject({ precedence: 'senior', precedenceFrom: 'register' });
  const atKiosk = await givenBy(clinic, kiosk, { ...ravi, patientName: 'RAVI  verma' });
  expect(need(atKiosk)).toEqual(['senior', 'register']);
  unwrap(await clinic.app.call('tokens.cancel', { tokenId: atKiosk.id }, staff));
  const online = await givenBy(clinic, booking, { ...ravi, source: 'online' });
  expect(need(online)).toEqual(['senior', 'register']);
  const row = { at: clinic.clock.now() - 60_000, source: 'walk_in', became: 'served' } as const;
  const rows = [
    { ...row, ...ravi },
    { ...row, ...usha },
  ];
  const paper = await clinic.app.call('tokens.paper', { ...ofSecond(clinic), rows }, staff);
  expect(unwrap(paper).tokens.map(need)).toEqual([
    ['senior', 'register'],
    [null, null],
  ]);
});

test('R26: staff say another need, or none, and that stands', async () => {
  const clinic = await withRavi();
  const other = await clinic.issued({ ...ravi, precedence: 'disabled' });
  expect(need(other)).toEqual(['disabled', 'staff']);
  const none = await clinic.issued({ ...ravi, ...ofSecond(clinic), precedence: null });
  expect(need(none)).toEqual([null, 'staff']);
  await save(clinic, other, { birth: '1950' });
  await save(clinic, other, { birth: '1954', precedence: 'other' });
  expect(need(await now(clinic, other))).toEqual(['disabled', 'staff']);
  expect(need(await now(clinic, none))).toEqual([null, 'staff']);
});

test('R26: a need taken from a token stays taken, whatever is saved of the patient', async () => {
  const clinic = await withRavi();
  const token = await clinic.issued(ravi);
  unwrap(await clinic.app.call('tokens.setPrecedence', { tokenId: token.id, precedence: null }, staff));
  await save(clinic, token, { birth: null });
  await save(clinic, token, { birth: '1940' });
  expect(need(await now(clinic, token))).toEqual([null, 'staff']);
});

test('R26: open tokens of today and later follow what is saved of their patient, with every doctor', async () => {
  const clinic = await openClinic();
  const [today, second] = [await clinic.issued(ravi), await clinic.issued({ ...ravi, ...ofSecond(clinic) })];
  const serviceDay = serviceDaySchema.parse('2026-01-12');
  const later = await clinic.issued({ ...ravi, serviceDay });
  const sister = await clinic.issued(usha);
  const gone = await clinic.issued({ ...ravi, allowDuplicate: true });
  unwrap(await clinic.app.call('tokens.cancel', { tokenId: gone.id }, staff));
  // 60 on the 10th: not today.
  await save(clinic, today, { birth: '1966-01-10' });
  const all = [today, second, later, sister, gone];
  const needs = async () => Promise.all(all.map(async (one) => (await now(clinic, one)).precedence));
  expect(await needs()).toEqual([null, null, 'senior', null, null]);
  await save(clinic, second, {
    precedence: 'pregnant',
    precedenceUntil: serviceDaySchema.parse('2026-01-06'),
  });
  expect(await needs()).toEqual(['pregnant', 'pregnant', 'senior', null, null]);
  await save(clinic, later, { birth: null, precedence: null });
  expect(await needs()).toEqual([null, null, null, null, null]);
  const history = unwrap(await clinic.app.call('tokens.history', { tokenId: today.id }, staff));
  expect(history.at(-1)).toMatchObject({ reason: { code: 'known_of_patient', rule: 'R26' } });
});

test('R26: a token that gets its row on the page has the need from there', async () => {
  const clinic = await openClinic();
  const nobody = await clinic.issued({ patientName: 'Leela', patientContact: '' });
  const facts = { ...(await factsOf(clinic, await clinic.issued(usha))), name: 'Leela', birth: '1951' };
  unwrap(await clinic.app.call('patients.save', { tokenId: nobody.id, facts }, staff));
  expect(need(await now(clinic, nobody))).toEqual(['senior', 'register']);
});

test('R26: a token that turns out to be somebody else’s has that patient’s need', async () => {
  const clinic = await withRavi();
  const token = await clinic.issued(usha);
  const correct = async (patientName: string) =>
    unwrap(await clinic.app.call('tokens.correct', { tokenId: token.id, patientName }, staff)) as Token;
  expect(need(await correct('Ravi Verma'))).toEqual(['senior', 'register']);
  expect(need(await correct('Asha Verma'))).toEqual([null, null]);
  unwrap(await clinic.app.call('tokens.setPrecedence', { tokenId: token.id, precedence: 'pregnant' }, staff));
  expect(need(await correct('Ravi Verma'))).toEqual(['pregnant', 'staff']);
});

test('R26: what a booking site says is what the patient says, and the register goes before it', async () => {
  const clinic = await withRavi({ birth: null, precedence: 'disabled' });
  const online = { source: 'online', precedence: 'pregnant' } as const;
  const said = await givenBy(clinic, booking, { ...usha, ...online });
  expect(need(said)).toEqual(['pregnant', 'patient']);
  expect(need(await givenBy(clinic, booking, { ...ravi, ...online }))).toEqual(['disabled', 'register']);
  unwrap(await clinic.app.call('tokens.setPrecedence', { tokenId: said.id, precedence: 'pregnant' }, staff));
  expect(need(await now(clinic, said))).toEqual(['pregnant', 'staff']);
});

test('R26: a preview tells the need that is known, and why, also where staff chose another', async () => {
  const clinic = await withRavi();
  const wish = { doctorId: first(clinic.doctorIds), source: 'walk_in', ...ravi } as const;
  const preview = async (more: object) =>
    unwrap(
      await clinic.app.call(
        'commands.preview',
        { command: 'tokens.issue', ...wish, ...more } as never,
        staff,
      ),
    );
  const need = { precedence: 'senior', age: { years: 71, isAbout: false } };
  expect(await preview({})).toMatchObject({ need, token: { precedence: 'senior' } });
  expect(await preview({ precedence: null })).toMatchObject({ need, token: { precedence: null } });
  expect(await preview({ patientName: 'Nobody', birth: '1940' })).toMatchObject({
    need: { precedence: 'senior', age: { years: 86, isAbout: true } },
  });
  expect(await preview({ patientName: 'Nobody' })).toMatchObject({ need: null, token: { precedence: null } });
});

test('a birth that comes with a token is kept with whoever is new, and with nobody else', async () => {
  const clinic = await withRavi({ birth: null });
  const known = await clinic.issued({ ...ravi, birth: '1940' });
  expect([need(known), (await factsOf(clinic, known)).birth]).toEqual([[null, null], null]);
  const fresh = await clinic.issued({ ...usha, birth: '1940-05-01' });
  expect([need(fresh), (await factsOf(clinic, fresh)).birth]).toEqual([['senior', 'register'], '1940-05-01']);
});

test('R26: the clinic turns the ages off, for tokens to come', async () => {
  const clinic = await withRavi();
  unwrap(await clinic.app.call('settings.change', { rules: { seniorFromAge: null } }, staff));
  expect(need(await clinic.issued(ravi))).toEqual([null, null]);
});

test('R26: what a patient says at the kiosk counts where the clinic asks, and the register goes before it', async () => {
  const clinic = await withRavi();
  const claim = { precedence: 'pregnant' } as const;
  const unasked = await givenBy(clinic, kiosk, { ...usha, ...claim });
  expect(need(unasked)).toEqual([null, null]);
  unwrap(await clinic.app.call('settings.change', { rules: { askNeedAtKiosk: true } }, staff));
  expect(unwrap(await clinic.app.call('app.status', {}, kiosk)).asksNeed).toBe(true);
  const asha = { ...usha, patientName: 'Asha Verma' };
  expect(need(await givenBy(clinic, kiosk, { ...asha, ...claim }))).toEqual(['pregnant', 'patient']);
  expect(need(await givenBy(clinic, kiosk, { ...ravi, ...claim }))).toEqual(['senior', 'register']);
});

test('R26: of the last four weeks it is told how many had precedence', async () => {
  const clinic = await openClinic();
  const needs = async () => unwrap(await clinic.app.call('rules.needs', {}, staff));
  expect(await needs()).toEqual({ tokens: 0, needs: 0 });
  await clinic.issued({ precedence: 'senior' });
  await clinic.issued();
  const cancelled = await clinic.issued({ precedence: 'senior' });
  unwrap(await clinic.app.call('tokens.cancel', { tokenId: cancelled.id }, staff));
  await clinic.issued({ precedence: 'senior', serviceDay: serviceDaySchema.parse('2026-01-06') });
  expect(await needs()).toEqual({ tokens: 2, needs: 1 });
  clinic.clock.setTo(clinic.clock.now() + 27 * 24 * 60 * 60_000);
  expect(await needs()).toEqual({ tokens: 3, needs: 2 });
  clinic.clock.setTo(clinic.clock.now() + 24 * 60 * 60_000);
  expect(await needs()).toEqual({ tokens: 1, needs: 1 });
});

test('a birth that is still to come is refused, by its day, month or year', async () => {
  const clinic = await withRavi();
  const token = await clinic.issued(ravi);
  const facts = await factsOf(clinic, token);
  for (const birth of ['2026-01-06', '2026-02', '2027']) {
    const saved = await clinic.app.call(
      'patients.save',
      { tokenId: token.id, facts: { ...facts, birth } },
      staff,
    );
    expect(saved).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT', details: { field: 'birth' } } });
  }
  for (const birth of ['2026-01-05', '2026-01', '2026']) await save(clinic, token, { birth });
});
