import { describe, expect, test } from 'vitest';
import { callThis, cancel, noShow, serve } from '../../../src/main/engine';
import type { BookKey } from '../../../src/shared/model/book';
import { doctorIdSchema, printJobIdSchema, type TokenId, tokenIdSchema } from '../../../src/shared/model/ids';
import { type Token, tokenSchema } from '../../../src/shared/model/token';
import { ok } from '../../../src/shared/result';
import { at, first, unwrap } from '../../helpers/clinic';
import { type Clinic, clinicOn, issued, monday, now, type Open, tuesday } from './kit';

async function issueOn({ run, key }: Clinic, ...wish: Parameters<typeof issued>): Promise<Token> {
  const { answer } = unwrap(await run(key, issued(...wish)));
  if (!answer) throw new Error('no token');
  return answer;
}

export function transactContract(open: Open): void {
  describe('a transaction', () => {
    test('brings back a token of every status as it was written', async () => {
      const clinic = await clinicOn(open);
      const { store, key, run, reopen } = clinic;
      const called = await issueOn(clinic);
      const served = await issueOn(clinic);
      const cancelled = await issueOn(clinic, { note: 'came by bus' });
      const online = await issueOn(clinic, { source: 'online' });
      for (let seat = 0; seat < 24; seat += 1) await issueOn(clinic);
      const of = ({ id: tokenId }: Token) => ({ tokenId });
      unwrap(await run(key, (book, context) => callThis(book, of(called), context)));
      unwrap(await run(key, (book, context) => serve(book, of(served), context)));
      unwrap(await run(key, (book, context) => cancel(book, { ...of(cancelled), reason: 'staff' }, context)));
      unwrap(await run(key, (book, context) => noShow(book, of(online), context), { now: at('09:20') }));
      const before = await store.book(key, monday);

      const after = await (await reopen()).book(key, monday);
      expect(after).toEqual(before);
      expect(new Set(after?.tokens.map(({ status }) => status))).toEqual(
        new Set(['active', 'served', 'cancelled', 'no_show', 'waiting']),
      );
      for (const token of after?.tokens ?? []) expect(tokenSchema.parse(token)).toEqual(token);
    });

    test('keeps events from which every token can be rebuilt', async () => {
      const clinic = await clinicOn(open);
      const { store, key, run } = clinic;
      const tokens: Token[] = [];
      for (let person = 0; person < 27; person += 1) tokens.push(await issueOn(clinic));
      const { id: tokenId } = first(tokens);
      unwrap(await run(key, (book, context) => cancel(book, { tokenId, reason: 'staff' }, context)));
      const replayed = new Map();
      for (const event of await store.events(key)) {
        if ('after' in event) replayed.set(event.after.id, event.after);
      }
      const book = await store.book(key, monday);
      expect([...replayed.values()]).toEqual(expect.arrayContaining([...(book?.tokens ?? [])]));
      expect(replayed.size).toBe(book?.tokens.length);
    });

    test('of an unknown doctor is refused', async () => {
      const { run } = await clinicOn(open);
      const nobody = { doctorId: doctorIdSchema.parse(crypto.randomUUID()), serviceDay: monday };
      expect(await run(nobody, issued())).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    });

    test('is whole before the next begins: numbers are given once, in a row', async () => {
      const { store, key, run } = await clinicOn(open);
      const done = await Promise.all(Array.from({ length: 20 }, () => run(key, issued())));
      expect(done.every(({ ok }) => ok)).toBe(true);
      const sequences = (await store.book(key, monday))?.tokens.map(({ sequence }) => sequence);
      expect(sequences).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    });

    test('leaves nothing behind where it throws', async () => {
      const { changes, key, run } = await clinicOn(open);
      const before = changes();
      const broken = run(key, () => {
        throw new Error('a defect');
      });
      await expect(broken).rejects.toThrow('a defect');
      expect(changes()).toBe(before);
    });
  });

  describe('R17', () => {
    const request = { id: 'visit-0001', content: 'tokens.issue Asha' };

    test('the same request id answers the same and changes nothing; with other content it is a conflict', async () => {
      const { store, changes, key, run } = await clinicOn(open);
      const once = unwrap(await run(key, issued(), { request }));
      const before = changes();
      const again = unwrap(await run(key, issued(), { request }));
      expect(again).toMatchObject({ answer: once.answer, repeated: true, books: [] });
      expect(await run(key, issued(), { request: { ...request, content: 'Usha' } })).toMatchObject({
        ok: false,
        error: { code: 'CONFLICT', details: { rule: 'R17' } },
      });
      expect(changes()).toBe(before);
      expect((await store.book(key, monday))?.tokens).toHaveLength(1);
    });

    test('a refusal is not stored: the same request may succeed later', async () => {
      const clinic = await clinicOn(open);
      const { key, run } = clinic;
      const asha = { patientName: 'Asha', patientContact: '9876543210' };
      const { id: tokenId } = await issueOn(clinic, asha);
      expect(await run(key, issued(asha), { request })).toMatchObject({ error: { code: 'DUPLICATE_TOKEN' } });
      unwrap(await run(key, (book, context) => cancel(book, { tokenId, reason: 'staff' }, context)));
      expect(unwrap(await run(key, issued(asha), { request })).answer?.number).toBe('A-002');
    });
  });

  describe('what a decision may read', () => {
    test('are the settings in force, and the doctors and weeks of its books', async () => {
      const { store, doctor, key } = await clinicOn(open);
      const settings = await store.settings();
      await store.saveSettings({ ...settings, rules: { ...settings.rules, maxRecalls: 7 } });
      const seen = await store.transact({ books: [key], today: monday, now }, (_books, reading) =>
        ok({
          books: [],
          answer: {
            recalls: reading.settings.rules.maxRecalls,
            doctor: reading.doctor(doctor.id),
            lines: reading.schedule(doctor.id).length,
          },
        }),
      );
      expect(unwrap(seen).answer).toEqual({ recalls: 7, doctor, lines: 7 });
    });

    test('are the tokens of its books and those it names, with their revisions and slips', async () => {
      const clinic = await clinicOn(open);
      const { store, other, key } = clinic;
      const { id } = await issueOn(clinic);
      const there = { doctorId: other.id, serviceDay: monday };
      const request = { books: [there], tokens: [id], today: monday, now };
      const seen = await store.transact(request, (_books, reading) =>
        ok({
          books: [],
          answer: [
            reading.tokenHistory(id).map(({ revision }) => revision),
            reading.printJobOfToken(id) ?? null,
          ],
        }),
      );
      expect(unwrap(seen).answer).toEqual([[1], null]);
      const own = await store.transact({ books: [key], today: monday, now }, (_books, reading) =>
        ok({ books: [], answer: reading.revisionEvents(key, 1).length + reading.lastClosing(key).length }),
      );
      expect(unwrap(own).answer).toBe(1);
    });

    test('is every doctor, and who has patients, where it is about that', async () => {
      const clinic = await clinicOn(open);
      const { store, doctor } = clinic;
      await issueOn(clinic);
      const request = { books: [], everyDoctor: true, today: monday, now };
      const seen = await store.transact(request, (_books, reading) => {
        const open = reading.daysWithOpenTokens(doctor.id, monday);
        return ok({ books: [], answer: [reading.doctors().length, open, reading.hasNumbersOf('A', monday)] });
      });
      expect(unwrap(seen).answer).toEqual([3, [{ serviceDay: monday, open: 1 }], true]);
    });

    test('is nothing else: a store on another machine fetches it all beforehand', async () => {
      const clinic = await clinicOn(open);
      const { store, other, run } = clinic;
      const { id } = await issueOn(clinic);
      const there: BookKey = { doctorId: other.id, serviceDay: tuesday };
      const elsewhere: TokenId = tokenIdSchema.parse(unwrap(await run(there, issued())).answer?.id);
      type Reads = Parameters<Parameters<typeof store.transact>[1]>[1];
      const asked: ((reading: Reads) => unknown)[] = [
        ({ doctor }) => doctor(other.id),
        ({ schedule }) => schedule(other.id),
        ({ doctors }) => doctors(),
        ({ daysWithOpenTokens }) => daysWithOpenTokens(other.id, monday),
        ({ hasNumbersOf }) => hasNumbersOf('A', monday),
        ({ tokenHistory }) => tokenHistory(elsewhere),
        ({ printJobOfToken }) => printJobOfToken(elsewhere),
        ({ printJob }) => printJob(printJobIdSchema.parse(crypto.randomUUID())),
        ({ revisionEvents }) => revisionEvents(there, 1),
        ({ lastClosing }) => lastClosing(there),
        ({ atDoors }) => atDoors(tuesday, 0),
      ];
      for (const ask of asked) {
        const request = { books: [clinic.key], tokens: [id], today: monday, now };
        const tried = store.transact(request, (_books, reading) => ok({ books: [], answer: ask(reading) }));
        await expect(tried).rejects.toThrow('does not name');
      }
    });
  });
}
