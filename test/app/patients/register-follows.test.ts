import { expect, test } from 'vitest';
import { createApp } from '../../../src/main/app/app';
import type { PatientFacts } from '../../../src/shared/model/registered-patient';
import { serviceDaySchema } from '../../../src/shared/model/time';
import type { Token } from '../../../src/shared/model/token';
import {
  at,
  first,
  kiosk,
  MONDAY,
  noWindows,
  openClinic,
  staff,
  type TestClinic,
  unwrap,
} from '../../helpers/clinic';

const asha = { patientName: 'Asha Verma', patientContact: '9876543210' };
const usha = { patientName: 'Usha Verma', patientContact: '9876543210' };
const tuesday = serviceDaySchema.parse('2026-01-06');

async function clinicOfTwo() {
  const clinic = await openClinic();
  const { app, store } = clinic;
  const [here, there, third] = clinic.doctorIds;
  if (!here || !there || !third) throw new Error('The clinic has three doctors.');
  const idOf = ({ patientId }: Token) => patientId ?? first([]);
  const factsOf = async (token: Token): Promise<PatientFacts> => {
    const patient = await store.patient(idOf(token));
    if (!patient) throw new Error('Nobody.');
    const { id: _id, mergedInto: _into, createdAt: _created, updatedAt: _updated, ...facts } = patient;
    return facts;
  };
  const row = (token: Token) => store.patient(idOf(token));
  return {
    ...clinic,
    ...{ here, there, third, row },
    now: async ({ id: tokenId }: Token) => unwrap(await app.call('tokens.get', { tokenId }, staff)).token,
    does: (name: 'tokens.cancel' | 'tokens.undo' | 'tokens.reinstate', { id: tokenId }: Token) =>
      app.call(name, { tokenId }, staff),
    save: async (token: Token, more: Partial<PatientFacts>, by = app) =>
      by.call('patients.save', { tokenId: token.id, facts: { ...(await factsOf(token)), ...more } }, staff),
    merge: (one: Token, other: Token) =>
      app.call('patients.merge', { tokenId: one.id, otherId: idOf(other) }, staff),
    separate: (one: Token, other: Token) =>
      app.call('patients.separate', { tokenId: one.id, otherId: idOf(other) }, staff),
  };
}
const need = ({ precedence, precedenceFrom }: Token) => [precedence, precedenceFrom];
const ofRegister = { error: { code: 'CONFLICT', details: { because: 'register' } } };

test('R23: what merging, taking apart or a changed need did to a token is not taken back on the token, and says where', async () => {
  const clinic = await clinicOfTwo();
  const one = await clinic.issued({ doctorId: clinic.here, ...asha });
  const two = await clinic.issued({ doctorId: clinic.there, ...usha });
  unwrap(await clinic.merge(one, two));
  expect(await clinic.does('tokens.undo', two)).toMatchObject(ofRegister);
  unwrap(await clinic.separate(one, two));
  expect(await clinic.does('tokens.undo', two)).toMatchObject(ofRegister);
  expect((await clinic.now(two)).patientId).toBe(two.patientId);
  unwrap(await clinic.save(one, { precedence: 'disabled' }));
  expect(await clinic.does('tokens.undo', one)).toMatchObject(ofRegister);
  expect(need(await clinic.now(one))).toEqual(['disabled', 'register']);
});

test('R23, R26: a need that ended in the register comes back neither by reinstating nor by undoing, which is undone exactly', async () => {
  const clinic = await clinicOfTwo();
  const one = await clinic.issued({ doctorId: clinic.here, ...asha });
  const two = await clinic.issued({ doctorId: clinic.there, ...asha });
  unwrap(await clinic.save(one, { precedence: 'disabled' }));
  for (const token of [one, two]) unwrap(await clinic.does('tokens.cancel', token));
  const third = await clinic.issued({ doctorId: clinic.third, ...asha });
  unwrap(await clinic.save(third, { precedence: null }));
  unwrap(await clinic.does('tokens.reinstate', one));
  unwrap(await clinic.does('tokens.undo', two));
  for (const token of [one, two]) expect(need(await clinic.now(token))).toEqual([null, null]);
  unwrap(await clinic.does('tokens.undo', one));
  expect(await clinic.now(one)).toMatchObject({ status: 'cancelled', precedence: 'disabled' });
  expect(await clinic.does('tokens.undo', two)).toMatchObject({
    error: { details: { because: 'nothing_to_undo' } },
  });
});

test('R26: on another day a token has the need of that day, unless staff said it', async () => {
  const clinic = await clinicOfTwo();
  const moved = async (token: Token) =>
    unwrap(await clinic.app.call('tokens.moveToDay', { tokenId: token.id, serviceDay: tuesday }, staff));
  const one = await clinic.issued({ doctorId: clinic.here, ...asha });
  const until = { precedence: 'pregnant', precedenceUntil: serviceDaySchema.parse(MONDAY) } as const;
  unwrap(await clinic.save(one, until));
  expect(need(await clinic.now(one))).toEqual(['pregnant', 'register']);
  const there = await moved(one);
  expect(need(there)).toEqual([null, null]);
  unwrap(await clinic.does('tokens.undo', there));
  expect(need(await clinic.now(one))).toEqual(['pregnant', 'register']);
  const two = await clinic.issued({ doctorId: clinic.there, ...asha, precedence: 'pregnant' });
  expect(need(await moved(two))).toEqual(['pregnant', 'staff']);
});

test('R26: a need that holds is kept when its row is merged into one without, and stays with both', async () => {
  const clinic = await clinicOfTwo();
  const one = await clinic.issued({ doctorId: clinic.here, ...asha });
  const two = await clinic.issued({ doctorId: clinic.there, ...usha });
  unwrap(await clinic.save(two, { precedence: 'disabled' }));
  unwrap(await clinic.merge(one, two));
  expect(await clinic.row(one)).toMatchObject({ precedence: 'disabled', precedenceUntil: null });
  for (const token of [one, two]) expect(need(await clinic.now(token))).toEqual(['disabled', 'register']);
  unwrap(await clinic.separate(one, two));
  for (const token of [one, two]) expect(await clinic.row(token)).toMatchObject({ precedence: 'disabled' });
});

test('a need that is over is not taken over, nor one where the patient has another', async () => {
  const clinic = await clinicOfTwo();
  const one = await clinic.issued({ doctorId: clinic.here, ...asha });
  const two = await clinic.issued({ doctorId: clinic.there, ...usha });
  const three = await clinic.issued({ doctorId: clinic.third, ...asha, patientName: 'Asha V' });
  unwrap(
    await clinic.save(two, { precedence: 'pregnant', precedenceUntil: serviceDaySchema.parse('2026-01-04') }),
  );
  unwrap(await clinic.merge(one, two));
  expect(await clinic.row(one)).toMatchObject({ precedence: null });
  unwrap(await clinic.save(one, { precedence: 'other' }));
  unwrap(await clinic.save(three, { precedence: 'disabled' }));
  unwrap(await clinic.merge(one, three));
  expect(await clinic.row(one)).toMatchObject({ precedence: 'other' });
});

test('a follow-up that was used under a merged name is the patient’s, and goes back with its visit when rows are taken apart', async () => {
  const clinic = await clinicOfTwo();
  const { app, here, clock } = clinic;
  const due = async (who: typeof asha) =>
    unwrap(await app.call('patients.followUp', { doctorId: here, ...who }, staff)).kind;
  const served = async (token: Token) => {
    unwrap(await app.call('tokens.call', { tokenId: token.id }, staff));
    unwrap(await app.call('tokens.serve', { tokenId: token.id }, staff));
  };
  const one = await clinic.issued({ doctorId: here, ...asha });
  const two = await clinic.issued({ doctorId: here, ...usha });
  for (const token of [one, two]) await served(token);
  expect(await due(asha)).toBe('due');
  clock.setTo(at('08:40'));
  const again = await clinic.issued({ doctorId: here, source: 'follow_up', ...usha });
  expect(again.followUp).toBe('due');
  unwrap(await clinic.merge(one, two));
  expect(await due(asha)).toBe('used_up');
  await served(again);
  expect(await due(asha)).toBe('used_up');
  unwrap(await clinic.separate(one, two));
  expect(await due(asha)).toBe('due');
  expect(await due(usha)).toBe('used_up');
  expect((await clinic.now(again)).patientId).toBe(two.patientId);
});

test('two rows that were one are not taken apart while both have one clinic number', async () => {
  const clinic = await clinicOfTwo();
  const one = await clinic.issued({ doctorId: clinic.here, ...asha });
  const two = await clinic.issued({ doctorId: clinic.there, ...usha });
  unwrap(await clinic.save(two, { clinicNumber: 'OPD 17' }));
  unwrap(await clinic.merge(one, two));
  unwrap(await clinic.save(one, { clinicNumber: 'opd-17' }));
  expect(await clinic.separate(one, two)).toMatchObject({
    error: { code: 'CONFLICT', details: { reason: 'clinic_number_of_both', name: asha.patientName } },
  });
  unwrap(await clinic.save(one, { clinicNumber: '' }));
  unwrap(await clinic.separate(one, two));
  expect(await clinic.row(two)).toMatchObject({ clinicNumber: 'OPD 17', mergedInto: null });
});

test('R28: a token corrected to be somebody else’s after the day was closed does not keep the day closed', async () => {
  const clinic = await clinicOfTwo();
  const one = await clinic.issued({ doctorId: clinic.here, ...asha });
  unwrap(await clinic.app.call('books.close', { doctorId: clinic.here }, staff));
  unwrap(await clinic.app.call('tokens.correct', { tokenId: one.id, ...usha }, staff));
  const { patientId } = await clinic.now(one);
  unwrap(
    await clinic.app.call(
      'books.reopen',
      { doctorId: clinic.here, serviceDay: serviceDaySchema.parse(MONDAY) },
      staff,
    ),
  );
  expect(await clinic.now(one)).toMatchObject({ ...usha, status: 'active', patientId });
  expect(patientId).not.toBe(one.patientId);
});

type Between = Awaited<ReturnType<typeof clinicOfTwo>>;
const betweens: Readonly<Record<string, (clinic: Between, token: Token) => Promise<unknown>>> = {
  'a new token': ({ issue, there }) => issue({ doctorId: there, ...asha }),
  'a token of another day': ({ issue, here }) =>
    issue({ doctorId: here, ...asha, source: 'online', serviceDay: tuesday }),
  'a correction that makes a token theirs': async ({ app, issued, there }) => {
    const token = await issued({ doctorId: there, ...usha });
    return app.call('tokens.correct', { tokenId: token.id, ...asha }, staff);
  },
  'a transfer': ({ app, there }, { id: tokenId }) =>
    app.call('tokens.transfer', { tokenId, doctorId: there }, staff),
  'a merge': async ({ issued, there, merge }, token) =>
    merge(token, await issued({ doctorId: there, ...usha })),
};

test.each(Object.keys(betweens))(
  'R26: a need saved in the instant of %s is that of every open token, or is refused and saved again',
  async (what) => {
    const clinic = await clinicOfTwo();
    const one = await clinic.issued({ doctorId: clinic.here, ...asha });
    let isBetween = false;
    // Right before the transaction, when all that it is to read was looked up.
    const transact: TestClinic['store']['transact'] = async (request, decide) => {
      const others = isBetween ? betweens[what] : undefined;
      isBetween = false;
      await others?.(clinic, one);
      return clinic.store.transact(request, decide);
    };
    const app = createApp({ ...clinic.environment, store: { ...clinic.store, transact } }, noWindows);
    isBetween = true;
    const saved = await clinic.save(one, { precedence: 'disabled' }, app);
    if (!saved.ok) {
      expect(saved.error.code).toBe('CONFLICT');
      unwrap(await clinic.save(one, { precedence: 'disabled' }));
    }
    const patientId = one.patientId ?? first([]);
    const open = await clinic.store.openTokensOfPatient(patientId, serviceDaySchema.parse(MONDAY), tuesday);
    expect(open.length).toBeGreaterThan(0);
    for (const token of open) expect(need(token)).toEqual(['disabled', 'register']);
  },
);

test('R26: what a patient said counts again once the register knows no need any more, but not against staff', async () => {
  const clinic = await clinicOfTwo();
  const { app } = clinic;
  const rules = { ...(await clinic.store.settings()).rules, askNeedAtKiosk: true };
  unwrap(await app.call('settings.change', { rules }, staff));
  const claimed = async (doctorId = clinic.here) => {
    const said = { doctorId, source: 'walk_in', ...asha, precedence: 'pregnant' } as const;
    const { token } = unwrap(await app.call('tokens.issue', said, kiosk));
    return clinic.now(token);
  };
  const one = await claimed();
  const two = await claimed(clinic.there);
  expect(need(one)).toEqual(['pregnant', 'patient']);
  unwrap(await clinic.save(one, { precedence: 'disabled' }));
  expect(need(await clinic.now(one))).toEqual(['disabled', 'register']);
  unwrap(await app.call('tokens.setPrecedence', { tokenId: two.id, precedence: null }, staff));
  unwrap(await clinic.save(one, { precedence: null }));
  expect(need(await clinic.now(one))).toEqual(['pregnant', 'patient']);
  expect(need(await clinic.now(two))).toEqual([null, 'staff']);
  // The same where it was over meanwhile, and is opened again.
  unwrap(await clinic.save(one, { precedence: 'disabled' }));
  unwrap(await clinic.does('tokens.cancel', one));
  unwrap(await clinic.save(one, { precedence: null }));
  unwrap(await clinic.does('tokens.reinstate', one));
  expect(need(await clinic.now(one))).toEqual(['pregnant', 'patient']);
});

test.each(['tokens.reinstate', 'tokens.undo'] as const)(
  'R26: %s answers the token as it is stored, with what the register says by now',
  async (name) => {
    const clinic = await clinicOfTwo();
    const one = await clinic.issued({ doctorId: clinic.here, ...asha });
    unwrap(await clinic.does('tokens.cancel', one));
    unwrap(await clinic.save(one, { precedence: 'disabled' }));
    const { warnings: _warnings, ...answered } = unwrap(await clinic.does(name, one));
    expect(need(answered)).toEqual(['disabled', 'register']);
    expect(answered).toEqual(await clinic.now(one));
  },
);
