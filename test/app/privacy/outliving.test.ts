import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { ERASED_NAME } from '../../../src/shared/model/patient';
import type { Token } from '../../../src/shared/model/token';
import { at, first, openClinic, staff, temporaryFolder, unwrap } from '../../helpers/clinic';
import { everything } from '../../helpers/everything';
import { fc } from '../../helpers/fast-check';

const quaxo = { patientName: 'Quaxo Zim', patientContact: '9811111111' };
const wolpert = { patientName: 'Wolpert Yuf', patientContact: '9822222222' };

/** A clinic where somebody has a visit that is over, and another token that may become somebody else's. */
async function openFile() {
  const path = join(temporaryFolder(), 'opd.db');
  const clinic = await openClinic({ path });
  const { app, store } = clinic;
  const [here = first(clinic.doctorIds), there = here, third = here] = clinic.doctorIds;
  const idOf = ({ patientId }: Token) => patientId ?? first([]);
  const cancel = async ({ id: tokenId }: Token) =>
    unwrap(await app.call('tokens.cancel', { tokenId }, staff));
  const erase = async (...tokens: Token[]) =>
    unwrap(await app.call('privacy.erase', { tokenIds: tokens.map(({ id }) => id) }, staff));
  return {
    ...clinic,
    ...{ path, here, there, third, idOf, cancel, erase },
    all: () => everything(path),
    now: async ({ id: tokenId }: Token) => unwrap(await app.call('tokens.get', { tokenId }, staff)).token,
    correct: async (
      { id: tokenId }: Token,
      to: { patientName?: string; patientContact?: string; note?: string },
    ) => unwrap(await app.call('tokens.correct', { tokenId, ...to }, staff)),
    /** Somebody has a visit elsewhere, which is over, and is erased. */
    eraseByVisit: async () => {
      const visit = await clinic.issued({ ...quaxo, doctorId: third });
      await cancel(visit);
      await erase(visit);
    },
    merge: async ({ id: tokenId }: Token, other: Token) =>
      unwrap(await app.call('patients.merge', { tokenId, otherId: idOf(other) }, staff)),
    separate: async ({ id: tokenId }: Token, other: Token) =>
      unwrap(await app.call('patients.separate', { tokenId, otherId: idOf(other) }, staff)),
    save: async (token: Token, more: object) => {
      const row = (await store.patient(idOf(token))) ?? first([]);
      const { id: _id, mergedInto: _into, createdAt: _created, updatedAt: _updated, ...facts } = row;
      const said = { tokenId: token.id, facts: { ...facts, ...more }, requestId: 'request-save' };
      unwrap(await app.call('patients.save', said, staff));
    },
    hashes: () => {
      const raw = new Database(path, { readonly: true });
      const rows = raw.prepare("SELECT id FROM requests WHERE content_hash <> ''").pluck().all();
      raw.close();
      return rows;
    },
    history: async (token: Token) => (await store.tokenHistory(token.id)).map(({ event }) => event),
  };
}

/** What the events say is what the token is. */
async function holds(clinic: Awaited<ReturnType<typeof openFile>>, token: Token) {
  expect((await clinic.history(token)).at(-1)?.after).toEqual(await clinic.now(token));
}

test('a note on a token that was theirs, and was emptied by a later correction, goes with them', async () => {
  const clinic = await openFile();
  const token = await clinic.issued({ ...quaxo, note: 'Sister of the dean' });
  await clinic.correct(token, wolpert);
  await clinic.correct(token, { note: '' });
  await clinic.eraseByVisit();
  expect(clinic.all()).not.toMatch(/quaxo|9811111111|dean/i);
  await holds(clinic, token);
});

test('a note that still stands on the token is whose it is now', async () => {
  const clinic = await openFile();
  const token = await clinic.issued({ ...quaxo, note: 'By the stairs' });
  await clinic.correct(token, wolpert);
  await clinic.eraseByVisit();
  expect(await clinic.now(token)).toMatchObject({ ...wolpert, note: 'By the stairs' });
  await holds(clinic, token);
});

test('words typed before the clock was set back go with whoever they were typed of', async () => {
  const clinic = await openFile();
  clinic.clock.setTo(at('09:10'));
  const token = await clinic.issued(quaxo);
  const why = { tokenId: token.id, reasonText: 'Quaxo fell down' };
  unwrap(await clinic.app.call('tokens.cancel', why, staff));
  clinic.clock.setTo(at('08:40'));
  unwrap(await clinic.app.call('tokens.reinstate', { tokenId: token.id }, staff));
  await clinic.correct(token, wolpert);
  await clinic.eraseByVisit();
  expect(clinic.all()).not.toMatch(/quaxo|9811111111/i);
  await holds(clinic, token);
});

test.each([
  ['phone first', { patientContact: wolpert.patientContact }, { patientName: wolpert.patientName }],
  ['name first', { patientName: wolpert.patientName }, { patientContact: wolpert.patientContact }],
] as const)(
  'a token corrected in two steps (%s) keeps neither the name nor the phone of the first',
  async (_how, one, two) => {
    const clinic = await openFile();
    const token = await clinic.issued({ ...quaxo, doctorId: clinic.here });
    await clinic.correct(token, one);
    await clinic.correct(token, two);
    await clinic.eraseByVisit();
    expect(clinic.all()).not.toMatch(/quaxo|9811111111/i);
    expect(await clinic.now(token)).toMatchObject(wolpert);
    await holds(clinic, token);
    expect(await clinic.app.call('tokens.undo', { tokenId: token.id }, staff)).toMatchObject({
      error: { details: { because: 'erased' } },
    });
  },
);

test('a token that had a name alone before its phone was typed names nobody who is erased', async () => {
  const clinic = await openFile();
  const token = await clinic.issued({ ...quaxo, patientContact: '', doctorId: clinic.here });
  await clinic.correct(token, { patientContact: quaxo.patientContact });
  await clinic.correct(token, wolpert);
  await clinic.eraseByVisit();
  expect(clinic.all()).not.toMatch(/quaxo|9811111111/i);
  await holds(clinic, token);
});

test('whoever shares the phone and has visits of their own stays, also halfway of a correction', async () => {
  const clinic = await openFile();
  const family = { patientName: 'Jundle Vek', patientContact: quaxo.patientContact };
  const own = await clinic.issued({ ...family, doctorId: clinic.there });
  const token = await clinic.issued({ ...quaxo, doctorId: clinic.here });
  await clinic.correct(token, family);
  await clinic.correct(token, wolpert);
  await clinic.eraseByVisit();
  expect(clinic.all()).not.toMatch(/quaxo/i);
  expect(await clinic.store.patient(clinic.idOf(own))).toMatchObject({ name: family.patientName });
  expect((await clinic.history(token))[1]?.after).toMatchObject(family);
  await holds(clinic, token);
});

test('of a request that saved what is known of a patient no hash is left that could be tried', async () => {
  const clinic = await openFile();
  const token = await clinic.issued(quaxo);
  await clinic.save(token, { birth: '1956-04-12' });
  expect(clinic.hashes()).toEqual(['request-save']);
  await clinic.cancel(token);
  await clinic.erase(token);
  expect(clinic.hashes()).toEqual([]);
});

test('the same where the token that was named is somebody else’s by now', async () => {
  const clinic = await openFile();
  const token = await clinic.issued({ ...quaxo, doctorId: clinic.here });
  await clinic.save(token, { birth: '1956-04-12' });
  clinic.clock.setTo(at('08:40'));
  await clinic.correct(token, wolpert);
  await clinic.eraseByVisit();
  expect(clinic.hashes()).toEqual([]);
});

test('a token that is over, and was given under a merged name, goes with its row when that is taken apart', async () => {
  const clinic = await openFile();
  const one = await clinic.issued({ ...wolpert, doctorId: clinic.here });
  const two = await clinic.issued({ ...quaxo, doctorId: clinic.there });
  await clinic.merge(one, two);
  const over = await clinic.issued({ ...quaxo, doctorId: clinic.third });
  expect(over.patientId).toBe(one.patientId);
  for (const token of [two, over]) await clinic.cancel(token);
  await clinic.separate(one, two);
  expect((await clinic.now(over)).patientId).toBe(two.patientId);
  const visits = unwrap(await clinic.app.call('privacy.visits', { tokenId: two.id }, staff));
  expect(
    visits
      .filter(({ isSame }) => isSame)
      .map(({ tokenId }) => tokenId)
      .sort(),
  ).toEqual([two.id, over.id].sort());
  await clinic.erase(two, over);
  expect(clinic.all()).not.toMatch(/quaxo|9811111111/i);
  expect(await clinic.now(over)).toMatchObject({ patientName: ERASED_NAME });
});

const names = [quaxo.patientName, wolpert.patientName, 'Jundle Vek'];
const phones = [quaxo.patientContact, wolpert.patientContact, '9833333333', ''];

test('however many corrections lead from one patient to another, nothing between them names the first', async () => {
  const step = fc.record({
    name: fc.nat(names.length - 1),
    phone: fc.nat(phones.length - 1),
    noted: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
      const clinic = await openFile();
      const token = await clinic.issued({ ...quaxo, note: 'Quaxo coughs', doctorId: clinic.here });
      for (const { name, phone, noted } of steps) {
        const to = { patientName: names[name] ?? '', patientContact: phones[phone] ?? '' };
        await clinic.correct(token, { ...to, ...(noted && { note: `Said of ${to.patientName}` }) });
      }
      await clinic.correct(token, { ...wolpert, note: 'By the stairs' });
      await clinic.eraseByVisit();
      expect(clinic.all()).not.toMatch(/quaxo|9811111111/i);
      expect(await clinic.now(token)).toMatchObject(wolpert);
      await holds(clinic, token);
      await clinic.store.close();
    }),
    { numRuns: 30 },
  );
}, 120_000);

test('R17: a request that came after all that happened with the visit, and changed nothing of it, is kept without whoever was erased', async () => {
  const clinic = await openFile();
  const token = await clinic.issued(quaxo);
  await clinic.cancel(token);
  clinic.clock.setTo(at('09:00'));
  await clinic.save(token, { address: 'Quaxo street' });
  const again = { tokenId: token.id, ...quaxo, requestId: 'request-again' };
  unwrap(await clinic.app.call('tokens.correct', again, staff));
  expect(clinic.hashes()).toEqual(expect.arrayContaining(['request-save', 'request-again']));
  await clinic.erase(token);
  expect(clinic.hashes()).toEqual([]);
  expect(clinic.all()).not.toMatch(/quaxo|9811111111/i);
});

test('a token given under a merged name, and corrected before the rows were taken apart, names nobody who is erased', async () => {
  const clinic = await openFile();
  const one = await clinic.issued({ ...wolpert, doctorId: clinic.here });
  const two = await clinic.issued({ ...quaxo, doctorId: clinic.there });
  await clinic.merge(one, two);
  const token = await clinic.issued({ ...quaxo, note: 'Quaxo coughs', doctorId: clinic.third });
  await clinic.cancel(one);
  await clinic.correct(token, { ...wolpert, note: '' });
  await clinic.separate(token, two);
  await clinic.cancel(two);
  await clinic.erase(two);
  expect(clinic.all()).not.toMatch(/quaxo|9811111111/i);
  expect(await clinic.now(token)).toMatchObject({ ...wolpert, patientId: one.patientId });
  await holds(clinic, token);
});
