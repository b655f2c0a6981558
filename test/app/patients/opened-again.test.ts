import { expect, test } from 'vitest';
import { serviceDaySchema } from '../../../src/shared/model/time';
import { isOpen, type Token } from '../../../src/shared/model/token';
import { first, MONDAY, openClinic, staff, unwrap } from '../../helpers/clinic';

const asha = { patientName: 'Asha Verma', patientContact: '9876543210' };
const usha = { patientName: 'Usha Verma', patientContact: '9876501234' };

async function clinicOfTwo() {
  const clinic = await openClinic();
  const { app } = clinic;
  const [here, there, third] = clinic.doctorIds;
  if (!here || !there || !third) throw new Error('The clinic has three doctors.');
  const now = async ({ id: tokenId }: Token) =>
    unwrap(await app.call('tokens.get', { tokenId }, staff)).token;
  return {
    ...clinic,
    ...{ here, there, third, now },
    cancel: async ({ id: tokenId }: Token) => unwrap(await app.call('tokens.cancel', { tokenId }, staff)),
    undo: ({ id: tokenId }: Token) => app.call('tokens.undo', { tokenId }, staff),
    reinstate: ({ id: tokenId }: Token) => app.call('tokens.reinstate', { tokenId }, staff),
    correct: async ({ id: tokenId }: Token, who: typeof asha) =>
      unwrap(await app.call('tokens.correct', { tokenId, ...who }, staff)),
    merge: async (one: Token, other: Token) =>
      unwrap(
        await app.call('patients.merge', { tokenId: one.id, otherId: other.patientId ?? first([]) }, staff),
      ),
    open: async (...tokens: Token[]) =>
      (await Promise.all(tokens.map(now))).filter(isOpen).map(({ number }) => number),
  };
}
const secondToken = { error: { code: 'CONFLICT', details: { because: 'second_token', offer: null } } };

/** The token of one was cancelled, and then one turned out to be two. */
async function mergedMeanwhile() {
  const clinic = await clinicOfTwo();
  const one = await clinic.issued({ doctorId: clinic.here, ...asha });
  await clinic.cancel(one);
  const two = await clinic.issued({ doctorId: clinic.here, ...usha });
  await clinic.merge(two, one);
  return { clinic, one, two };
}

test('R17: a token whose patient turned out to be somebody who has one is not reinstated while that one is open', async () => {
  const { clinic, one, two } = await mergedMeanwhile();
  expect(await clinic.reinstate(one)).toMatchObject({
    error: { code: 'DUPLICATE_TOKEN', details: { tokenId: two.id, number: two.number } },
  });
  expect(await clinic.open(one, two)).toEqual([two.number]);
  await clinic.cancel(two);
  unwrap(await clinic.reinstate(one));
  expect(await clinic.now(one)).toMatchObject({ status: 'active', patientId: two.patientId });
});

test('R17, R23: nor comes it back by undoing, and the list of changes does not offer that', async () => {
  const { clinic, one, two } = await mergedMeanwhile();
  const changes = unwrap(await clinic.app.call('changes.recent', {}, staff));
  const cancelled = changes.find(({ type, tokenId }) => type === 'tokenCancelled' && tokenId === one.id);
  expect(cancelled).toMatchObject({ canUndo: false });
  expect(await clinic.undo(one)).toMatchObject(secondToken);
  expect(await clinic.open(one, two)).toEqual([two.number]);
  await clinic.cancel(two);
  unwrap(await clinic.undo(one));
  expect(await clinic.now(one)).toMatchObject({ status: 'active', patientId: two.patientId });
});

test('R17, R21: nor by taking a transfer back', async () => {
  const clinic = await clinicOfTwo();
  const one = await clinic.issued({ doctorId: clinic.here, ...asha });
  unwrap(await clinic.app.call('tokens.transfer', { tokenId: one.id, doctorId: clinic.there }, staff));
  const two = await clinic.issued({ doctorId: clinic.here, ...usha });
  const same = await clinic.issued({ doctorId: clinic.third, ...usha });
  await clinic.merge(same, one);
  expect(await clinic.undo(one)).toMatchObject({ error: { details: { because: 'second_token' } } });
  expect(await clinic.open(one, two)).toEqual([two.number]);
});

test('R17, R23: a correction is not undone once its first patient has another token', async () => {
  const clinic = await clinicOfTwo();
  const one = await clinic.issued({ doctorId: clinic.here, ...asha });
  await clinic.correct(one, usha);
  const two = await clinic.issued({ doctorId: clinic.here, ...asha });
  expect(await clinic.undo(one)).toMatchObject(secondToken);
  expect(await clinic.now(one)).toMatchObject(usha);
  await clinic.cancel(two);
  unwrap(await clinic.undo(one));
  expect(await clinic.now(one)).toMatchObject(asha);
});

test('R17, R23: of one whose row was merged since, a change that left it open is undone', async () => {
  const clinic = await clinicOfTwo();
  const one = await clinic.issued({ doctorId: clinic.here, ...asha });
  const two = await clinic.issued({ doctorId: clinic.here, ...usha });
  await clinic.merge(two, one);
  const note = { tokenId: one.id, note: 'by the stairs' };
  unwrap(await clinic.app.call('tokens.correct', note, staff));
  unwrap(await clinic.undo(one));
  expect(await clinic.open(one, two)).toEqual([one.number, two.number]);
});

/** The day is closed, something happens, and it is opened again. */
async function reopened(clinic: Awaited<ReturnType<typeof clinicOfTwo>>, between: () => Promise<unknown>) {
  const day = { doctorId: clinic.here, serviceDay: serviceDaySchema.parse(MONDAY) };
  unwrap(await clinic.app.call('books.close', day, staff));
  await between();
  unwrap(await clinic.app.call('books.reopen', day, staff));
}

test('R17, R28: a day opened again leaves over who turned out to have two tokens, and opens the one who is here', async () => {
  const clinic = await clinicOfTwo();
  const away = await clinic.issued({ doctorId: clinic.here, ...asha, source: 'online' });
  const here = await clinic.issued({ doctorId: clinic.here, ...usha });
  await reopened(clinic, () => clinic.merge(away, here));
  expect(await clinic.open(away, here)).toEqual([here.number]);
  expect(await clinic.now(here)).toMatchObject({ patientId: away.patientId });
});

test('R17, R28: two that were one patient’s when the day was closed both stand as before', async () => {
  const clinic = await clinicOfTwo();
  const one = await clinic.issued({ doctorId: clinic.here, ...asha });
  const two = await clinic.issued({ doctorId: clinic.here, ...usha });
  await clinic.merge(one, two);
  await reopened(clinic, async () => {});
  expect(await clinic.open(one, two)).toEqual([one.number, two.number]);
});

test('R13, R28: what was erased is opened again neither by reinstating nor with its day', async () => {
  const clinic = await clinicOfTwo();
  const erase = async (token: Token) =>
    unwrap(await clinic.app.call('privacy.erase', { tokenIds: [token.id] }, staff));
  const one = await clinic.issued({ doctorId: clinic.here, ...asha });
  const two = await clinic.issued({ doctorId: clinic.here, ...usha });
  await reopened(clinic, () => erase(one));
  expect(await clinic.open(one, two)).toEqual([two.number]);
  expect(await clinic.reinstate(one)).toMatchObject({
    error: { code: 'CONFLICT', details: { rule: 'R13' } },
  });
  expect(await clinic.undo(one)).toMatchObject({ error: { details: { because: 'erased', offer: null } } });
  expect(await clinic.open(one, two)).toEqual([two.number]);
});

const saveNeed = async (
  clinic: Awaited<ReturnType<typeof clinicOfTwo>>,
  token: Token,
  precedence: 'disabled' | null,
) => {
  const row = (await clinic.store.patient(token.patientId ?? first([]))) ?? first([]);
  const { id: _id, mergedInto: _into, createdAt: _created, updatedAt: _updated, ...facts } = row;
  const said = { tokenId: token.id, facts: { ...facts, precedence } };
  unwrap(await clinic.app.call('patients.save', said, staff));
};

test.each(['waits', 'is with the doctor'] as const)(
  'R26, R28: a need saved while the day was closed is that of whoever %s when it is opened again',
  async (who) => {
    const clinic = await clinicOfTwo();
    const one = await clinic.issued({ doctorId: clinic.here, ...asha });
    if (who !== 'waits') {
      unwrap(await clinic.app.call('tokens.call', { tokenId: one.id }, staff));
      unwrap(await clinic.app.call('tokens.start', { tokenId: one.id }, staff));
    }
    await reopened(clinic, () => saveNeed(clinic, one, 'disabled'));
    expect(await clinic.now(one)).toMatchObject({ precedence: 'disabled', precedenceFrom: 'register' });
  },
);

test('R28: opening a day again says whom it leaves over, and why, beforehand too', async () => {
  const clinic = await clinicOfTwo();
  const { app, here: doctorId } = clinic;
  const away = await clinic.issued({ doctorId, ...asha, source: 'online' });
  const here = await clinic.issued({ doctorId, ...usha });
  const third = await clinic.issued({ doctorId });
  unwrap(await app.call('books.close', { doctorId }, staff));
  await clinic.merge(away, here);
  unwrap(await app.call('privacy.erase', { tokenIds: [third.id] }, staff));
  const left = [
    { tokenId: away.id, number: away.number, ...asha, because: 'second_token' },
    { tokenId: third.id, number: third.number, because: 'erased' },
  ];
  const looked = await app.call('commands.preview', { command: 'books.reopen', doctorId }, staff);
  expect(unwrap(looked).leftOver).toMatchObject(left);
  expect(unwrap(await app.call('books.reopen', { doctorId }, staff)).leftOver).toMatchObject(left);
  expect(await clinic.open(away, here, third)).toEqual([here.number]);
});
