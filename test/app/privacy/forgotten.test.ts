import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { TokenId } from '../../../src/shared/model/ids';
import { ERASED_NAME } from '../../../src/shared/model/patient';
import { isOpen, type Token } from '../../../src/shared/model/token';
import { first, MONDAY, openClinic, staff, temporaryFolder, unwrap } from '../../helpers/clinic';
import { fc } from '../../helpers/fast-check';

const people = [
  { patientName: 'Quaxo Zim', patientContact: '9811111111' },
  { patientName: 'Wolpert Yuf', patientContact: '9822222222' },
  { patientName: 'Brindle Pox', patientContact: '9833333333' },
  // On the phone of the first.
  { patientName: 'Jundle Vek', patientContact: '9811111111' },
];
const [asha, binu, chand] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]];

async function openFile() {
  const path = join(temporaryFolder(), 'opd.db');
  const clinic = await openClinic({ path });
  const { app } = clinic;
  return {
    ...clinic,
    call: app.call,
    /** All that is kept, as text. */
    everything: () => {
      const raw = new Database(path, { readonly: true });
      const tables = raw
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'patient_search%'")
        .pluck()
        .all() as string[];
      const rows = tables.map((name) => [name, raw.prepare(`SELECT * FROM ${name}`).all()]);
      raw.close();
      return JSON.stringify(rows);
    },
    now: async (tokenId: TokenId): Promise<Token> =>
      unwrap(await app.call('tokens.get', { tokenId }, staff)).token,
    cancel: async (tokenId: TokenId) => unwrap(await app.call('tokens.cancel', { tokenId }, staff)),
    correct: (tokenId: TokenId, who: typeof asha) => app.call('tokens.correct', { tokenId, ...who }, staff),
    erase: (...tokenIds: TokenId[]) => app.call('privacy.erase', { tokenIds }, staff),
  };
}

test('who a token was for before it was corrected is erased from all that happened with it, and undoing brings nobody back', async () => {
  const clinic = await openFile();
  const { app, doctorIds } = clinic;
  const note = 'Quaxo coughs';
  const token = await clinic.issued({ ...asha, note, requestId: 'request-0001' });
  const visit = await clinic.issued({ ...asha, doctorId: first(doctorIds.slice(1)) });
  unwrap(await app.call('tokens.correct', { tokenId: token.id, ...binu, note: '' }, staff));
  await clinic.cancel(visit.id);
  expect(clinic.everything()).toContain('Quaxo');
  unwrap(await clinic.erase(visit.id));
  expect(clinic.everything()).not.toMatch(/quaxo|9811111111/i);
  expect(await clinic.now(token.id)).toMatchObject(binu);
  const [issued, corrected] = await clinic.store.tokenHistory(token.id);
  expect(issued?.event.after).toMatchObject({ patientName: ERASED_NAME, patientId: null, note: '' });
  expect(corrected?.event).toMatchObject({ before: issued?.event.after, after: binu });
  expect(await clinic.now(token.id)).toEqual(corrected?.event.after);
  expect(await app.call('tokens.undo', { tokenId: token.id }, staff)).toMatchObject({
    error: { code: 'CONFLICT', details: { because: 'erased' } },
  });
  const again = { doctorId: first(doctorIds), source: 'walk_in', ...asha, note, requestId: 'request-0001' };
  expect(JSON.stringify(await app.call('tokens.issue', again as never, staff))).not.toMatch(/quaxo|98111/i);
});

test('a row that stood for another goes when they are taken apart, if its own visits were erased', async () => {
  const clinic = await openFile();
  const [, there = first(clinic.doctorIds)] = clinic.doctorIds;
  const one = await clinic.issued(asha);
  const two = await clinic.issued({ ...binu, doctorId: there });
  await clinic.cancel(one.id);
  await clinic.cancel(two.id);
  const otherId = two.patientId ?? fail();
  unwrap(await clinic.app.call('patients.merge', { tokenId: one.id, otherId }, staff));
  unwrap(await clinic.erase(one.id));
  unwrap(await clinic.app.call('patients.separate', { tokenId: two.id, otherId }, staff));
  expect(clinic.everything()).not.toMatch(/quaxo|9811111111/i);
  unwrap(await clinic.erase(two.id));
  expect(clinic.everything()).not.toMatch(/wolpert|9822222222/i);
});

test('whoever is not erased keeps the correction, and it is undone', async () => {
  const clinic = await openFile();
  const { app, doctorIds } = clinic;
  const token = await clinic.issued(asha);
  unwrap(await clinic.correct(token.id, binu));
  const visit = await clinic.issued({ ...chand, doctorId: first(doctorIds.slice(1)) });
  await clinic.cancel(visit.id);
  unwrap(await clinic.erase(visit.id));
  unwrap(await app.call('tokens.undo', { tokenId: token.id }, staff));
  expect(await clinic.now(token.id)).toMatchObject({ ...asha, patientId: token.patientId });
});

const pick = fc.nat(50);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('issue' as const), one: pick, other: pick }) },
  fc.record({
    kind: fc.constantFrom(
      ...([
        'correct',
        'merge',
        'merge',
        'separate',
        'undo',
        'cancel',
        'reinstate',
        'transfer',
        'erase',
      ] as const),
    ),
    one: pick,
    other: pick,
  }),
);

test('whatever was merged, taken apart, corrected and undone: no trace of whoever is erased', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
      const clinic = await openFile();
      const { app, doctorIds } = clinic;
      const made: TokenId[] = [];
      const clean = new Set<number>();
      const of = <T>(list: readonly T[], place: number): T => first(list.slice(place % list.length));
      const all = (): Promise<Token[]> => Promise.all(made.map(clinic.now));
      for (const { kind, one, other } of [...steps, { kind: 'erase' as const, one: 0, other: 0 }]) {
        const person = other % people.length;
        if (kind === 'issue' || made.length === 0) {
          const issued = await clinic.issue({ ...of(people, other), doctorId: of(doctorIds, one) });
          if (issued.ok) made.push(issued.value.token.id);
          if (issued.ok) clean.delete(person);
          continue;
        }
        const tokenId = of(made, one);
        const second = await clinic.now(of(made, other));
        if (kind === 'correct') {
          if ((await clinic.now(tokenId)).patientName === ERASED_NAME) continue;
          unwrap(await clinic.correct(tokenId, of(people, other)));
          clean.delete(person);
        } else if (kind === 'merge' || kind === 'separate') {
          const own = (await clinic.now(tokenId)).patientId;
          const merged = own === null ? [] : await clinic.store.mergedWith(own);
          const otherId = kind === 'merge' ? second.patientId : merged[0]?.id;
          if (otherId) await app.call(`patients.${kind}`, { tokenId, otherId }, staff);
        } else if (kind === 'transfer') {
          const moved = await app.call('tokens.transfer', { tokenId, doctorId: of(doctorIds, other) }, staff);
          if (moved.ok) made.push(moved.value.id);
        } else if (kind === 'erase') {
          const visits = unwrap(await app.call('privacy.visits', { tokenId }, staff)).filter(
            (one) => one.isSame,
          );
          if ((await clinic.now(tokenId)).patientName === ERASED_NAME) continue;
          for (const visit of visits) if (visit.isOpen) await clinic.cancel(visit.tokenId);
          const names = visits.map(({ patientName }) => patientName);
          unwrap(await clinic.erase(...visits.map((visit) => visit.tokenId)));
          const left = (await all()).map(({ patientName }) => patientName);
          for (const [index, { patientName }] of people.entries())
            if (names.includes(patientName) && !left.includes(patientName)) clean.add(index);
        } else await app.call(`tokens.${kind}`, { tokenId }, staff);
        const kept = clinic.everything();
        for (const index of clean) {
          expect(kept).not.toContain(people[index]?.patientName.split(' ')[0]);
        }
      }
      for (const token of await all()) {
        const history = await clinic.store.tokenHistory(token.id);
        expect(history.at(-1)?.event.after).toEqual(token);
        if (token.patientId !== null) expect(await clinic.store.patient(token.patientId)).toBeDefined();
        if (isOpen(token)) expect(token.patientName).not.toBe(ERASED_NAME);
      }
      await clinic.store.close();
    }),
    { numRuns: 25 },
  );
}, 120_000);

function fail(): never {
  throw new Error(MONDAY);
}
