import { describe, expect, it } from 'vitest';
import { isFresh, isNews, nothing, take } from '../../src/renderer/src/data/held';
import { fail, ok } from '../../src/shared/result';

const day = (revision: number, serviceDay = '2026-11-22') => ({ serviceDay, revision });
const held = (value: unknown, generation = 0) => ({ ...nothing, value, generation });
const takeBook = (from: unknown, incoming: unknown, askedIn: number, generation: number) =>
  take('books.view', held(from), ok(incoming), askedIn, generation).value;

describe('what is newer is taken over', () => {
  it('takes the same revision again, since waits move with the clock', () => {
    expect(isFresh(day(4), day(4))).toBe(true);
    const again = { ...day(4), now: 2 };
    expect(takeBook({ ...day(4), now: 1 }, again, 0, 0)).toEqual(again);
  });
  it('ignores an older revision of the same day', () => {
    expect(isFresh(day(4), day(3))).toBe(false);
    expect(takeBook(day(4), day(3), 0, 0)).toEqual(day(4));
  });
  it('ignores any answer asked for before everything changed', () => {
    expect(takeBook(day(4), day(9), 0, 1)).toEqual(day(4));
  });
  it('takes a lower revision of another database: what is held is of the one before', () => {
    expect(takeBook(day(40), day(2), 1, 1)).toEqual(day(2));
  });
  it('takes another day, whatever its revision', () => {
    expect(isFresh(day(4), day(0, '2026-11-23'))).toBe(true);
    expect(takeBook(day(4), day(0, '2026-11-23'), 0, 0)).toEqual(day(0, '2026-11-23'));
  });
  it('weighs each doctor’s summary by itself', () => {
    const of = (id: string, revision: number) => ({ doctor: { id }, ...day(revision) });
    const before = held([of('a', 4), of('b', 4)]);
    const after = take('doctors.summaries', before, ok([of('a', 3), of('b', 5), of('c', 1)]), 0, 0);
    expect(after.value).toEqual([of('a', 4), of('b', 5), of('c', 1)]);
  });
  it('keeps the newer of two reports on one slip', () => {
    const before = held({ updatedAt: 5, state: 'printed' });
    expect(take('slips.job', before, ok({ updatedAt: 4, state: 'queued' }), 0, 0).value).toEqual(
      before.value,
    );
  });
});

describe('an answer that does not come', () => {
  it('leaves the last good one standing beside the reason, and counts', () => {
    const lost = fail('UNAVAILABLE', 'No answer.');
    const once = take('books.view', held(day(4)), lost, 0, 0);
    const twice = take('books.view', once, lost, 0, 0);
    expect(twice).toMatchObject({ value: day(4), error: { code: 'UNAVAILABLE' }, failures: 2 });
    expect(take('books.view', twice, ok(day(5)), 0, 0)).toMatchObject({ error: undefined, failures: 0 });
  });
});

describe('an event is news', () => {
  it('when it is the next revision, or leaves a gap', () => {
    expect([isNews(day(4), day(5)), isNews(day(4), day(9)), isNews(undefined, day(1))]).toEqual([
      true,
      true,
      true,
    ]);
  });
  it('not when it is held already, nor of a day gone by', () => {
    expect(isNews(day(4), day(4))).toBe(false);
    expect(isNews(day(4), day(9, '2026-11-21'))).toBe(false);
  });
});
