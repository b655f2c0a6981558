import { describe, expect, it } from 'vitest';
import { overdue } from '../../src/main/engine';
import type { TokenId } from '../../src/shared/model/ids';
import { MINUTE } from '../../src/shared/model/time';
import { type Clinic, clinic, instantOf, NEXT_DAY, refusal } from './helpers/clinic';
import { asha, ashaElsewhere } from './helpers/doors';

/** What the fifteen minutes may count from; each case is the latest of them. */
interface Case {
  readonly seatedAt?: string;
  readonly watched?: string;
  readonly reopened?: string;
  readonly leftOther?: string;
}

function booked({ seatedAt = '8:00', watched, reopened, leftOther }: Case): { c: Clinic; id: TokenId } {
  const c = clinic({ at: seatedAt, rules: { joinRunningSlot: 'always' } });
  const id = c.issue('online', asha);
  if (watched) c.watchedSince = instantOf(watched);
  if (reopened) c.book = { ...c.book, reopenedAt: instantOf(reopened) };
  if (leftOther) c.elsewhere = [ashaElsewhere({ stage: null, leftDoorAt: instantOf(leftOther) })];
  return { c, id };
}

const early = (c: Clinic, id: TokenId): boolean => {
  const answer = c.try('noShow', { tokenId: id });
  return !answer.ok && answer.error.code === 'TOO_EARLY';
};
const swept = (c: Clinic, id: TokenId): boolean => {
  const answer = c.try('sweep', undefined);
  return answer.ok && answer.value.book.tokens.some((token) => token.id === id && token.status === 'no_show');
};

describe('R13: what the time allowed counts from', () => {
  it.each<[string, Case, string]>([
    ['the start of the slot', {}, '9:00'],
    ['the moment it got the seat', { seatedAt: '9:10' }, '9:10'],
    ['the end of a visit to another doctor (R27)', { leftOther: '9:20' }, '9:20'],
  ])('R13: by hand and by the timer, the no-show of a booked token counts from %s', (_from, known, since) => {
    const { c, id } = booked(known);
    c.now = instantOf(since) + 15 * MINUTE - 1;
    expect([early(c, id), swept(c, id)]).toEqual([true, false]);
    expect(overdue(c.book, c.context)).toEqual([]);
    c.now += 1;
    expect([early(c, id), swept(c, id)]).toEqual([false, true]);
    expect(overdue(c.book, c.context)).toEqual([{ tokenId: id, at: c.now }]);
  });

  it.each<[string, Case, string]>([
    ['the end of an outage', { watched: '9:20' }, '9:20'],
    ['a reopening (R28)', { reopened: '9:25' }, '9:25'],
    ['the later of both', { reopened: '9:25', watched: '9:27' }, '9:27'],
  ])('R13: the timer alone counts from %s too', (_from, known, since) => {
    const { c, id } = booked(known);
    c.at('9:15');
    expect([early(c, id), swept(c, id)]).toEqual([false, false]);
    const due = instantOf(since) + 15 * MINUTE;
    expect(overdue(c.book, c.context)).toEqual([{ tokenId: id, at: due }]);
    c.now = due - 1;
    expect(swept(c, id)).toBe(false);
    c.now += 1;
    expect(swept(c, id)).toBe(true);
  });

  it('R13, R22: the slot of a late doctor begins late', () => {
    const { c, id } = booked({});
    c.do('setDelay', { minutes: 20 });
    expect([early(c.at('9:34'), id), early(c.at('9:35'), id)]).toEqual([true, false]);
  });

  it.each<[string, Case, string]>([
    ['the last call', {}, '9:03'],
    ['the end of an outage', { watched: '9:05' }, '9:05'],
    ['a reopening (R28)', { reopened: '9:06' }, '9:06'],
    ['the end of a visit to another doctor (R27)', { leftOther: '9:07' }, '9:07'],
  ])('R13: of somebody called and silent alone, the timer counts from %s', (_from, known, since) => {
    const { c, id } = booked(known);
    c.at('9:00').do('checkIn', { tokenId: id });
    c.do('callThis', { tokenId: id });
    c.staySilent();
    c.now = instantOf(since) + 15 * MINUTE - 1;
    expect(swept(c, id)).toBe(false);
    c.now += 1;
    expect(swept(c, id)).toBe(true);
  });

  it('R13: with a timeout of nothing the timer still lets the last call be heard', () => {
    const c = clinic({ at: '9:00', rules: { noShowTimeoutMinutes: 0, maxRecalls: 0 } });
    const id = c.issue('walk_in');
    c.do('callThis', { tokenId: id });
    c.now += 19_999;
    expect(swept(c, id)).toBe(false);
    c.now += 1;
    expect(swept(c, id)).toBe(true);
  });

  it('R13: never by the timer with recalls left', () => {
    const c = clinic({ at: '9:00' });
    const id = c.issue('walk_in');
    c.do('callThis', { tokenId: id });
    expect(swept(c.at('11:00'), id)).toBe(false);
  });

  it('R13, R27: nobody is marked or said to be overdue who is with another doctor', () => {
    const { c, id } = booked({});
    c.at('9:30').elsewhere = [ashaElsewhere()];
    expect(swept(c, id)).toBe(false);
    expect(overdue(c.book, c.context)).toEqual([]);
    expect(refusal(c.try('noShow', { tokenId: id }))).toMatchObject({
      code: 'CONFLICT',
      details: { rule: 'R27' },
    });
  });

  it('R13: nobody is overdue who is here, or on a day that is closed or over', () => {
    const { c, id } = booked({});
    c.at('9:30');
    c.issue('walk_in');
    expect(overdue(c.book, c.context)).toHaveLength(1);
    expect(overdue(c.book, { ...c.context, today: NEXT_DAY })).toEqual([]);
    expect(overdue({ ...c.book, status: 'closed' }, c.context)).toEqual([]);
    c.do('checkIn', { tokenId: id });
    expect(overdue(c.book, c.context)).toEqual([]);
  });
});

describe('R13: by hand', () => {
  it('R13: who was held back for not answering may be marked at any time; who stepped out may not', () => {
    const c = clinic({ at: '9:00', rules: { maxRecalls: 0 } });
    const [silent, out] = [c.issue('walk_in'), c.issue('walk_in')];
    c.do('callThis', { tokenId: silent });
    c.now += 20_000;
    c.do('recall', { tokenId: silent });
    c.do('hold', { tokenId: out });
    expect(refusal(c.try('noShow', { tokenId: out })).message).toBe('A-002 is here and is not being called.');
    c.do('noShow', { tokenId: silent });
    expect(c.why(silent)).toEqual({ code: 'did_not_answer', rule: 'R13', recalls: 0 });
  });
});
