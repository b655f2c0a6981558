import { describe, expect, it } from 'vitest';
import { callNext, checkIn, type IssueRequest, issue, serve, start } from '../../src/main/engine';
import { afterWork, workBetween } from '../../src/main/engine/estimate/course';
import { residualMs } from '../../src/main/engine/estimate/doctor';
import {
  estimateForNew,
  expectedWait,
  MOST_OVERTAKING,
  plannedMinutes,
  queuePart,
} from '../../src/main/engine/estimate/estimate';
import { learn, newPace, type PaceModel, paceOf } from '../../src/main/engine/estimate/pace';
import { quantile, rangeOf, shown } from '../../src/main/engine/estimate/range';
import { instantOf, openBook, SEED_SLOTS, SIMULATED_DAY, tokenIdOf } from '../../src/main/simulation/clinic';
import type { Book } from '../../src/shared/model/book';
import { defaultRules } from '../../src/shared/model/settings';
import { MINUTE, serviceDaySchema } from '../../src/shared/model/time';
import { type Source, sources } from '../../src/shared/model/token';
import { fc } from '../helpers/fast-check';
import { estimateWaits } from './helpers/waits';

const at = (minute: number, rules = defaultRules) => ({
  now: instantOf(minute),
  today: SIMULATED_DAY,
  rules,
});

function withTokens(
  list: readonly { source: Source; here: boolean }[],
  minute = 480,
  book = openBook(0, SEED_SLOTS, 6),
): Book {
  return list.reduce((before, { source, here }, index) => {
    const request = {
      id: tokenIdOf(index),
      source,
      channel: 'desk',
      patientName: `P${index}`,
      patientContact: '',
      checkedIn: here,
    } as const;
    const result = issue(before, request, at(minute));
    return result.ok ? result.value.book : before;
  }, book);
}

const ANOTHER_DAY = serviceDaySchema.parse('2027-03-01');
const QUIET_DAY = { kind: 'day', minutes: 240, arrivals: {}, expected: 0, came: 0 } as const;

/** One more in the book. */
function issueIn(
  book: Book,
  minute: number,
  wishes: Pick<IssueRequest, 'source' | 'slotId' | 'checkedIn'>,
  index = 0,
  rules = defaultRules,
): Book {
  const who = { channel: 'http', patientName: `P${index}`, patientContact: '' } as const;
  const result = issue(book, { id: tokenIdOf(index), ...who, ...wishes }, at(minute, rules));
  if (!result.ok) throw new Error(result.error.message);
  return result.value.book;
}

/** A doctor whose every consultation took exactly so long. */
function steady(book: Book, minutes: number): PaceModel {
  let pace = newPace;
  for (let count = 0; count < 3000; count += 1) {
    const source = sources[count % sources.length] ?? 'walk_in';
    pace = learn(pace, { kind: 'consultation', doctorId: book.doctorId, source, minutes });
  }
  return pace;
}

describe('the formula', () => {
  it('is the residual and the work ahead over 1 − ρ', () => {
    expect(expectedWait(4 * MINUTE, 5 * 8 * MINUTE, 0)).toBe(44 * MINUTE);
    expect(expectedWait(4 * MINUTE, 40 * MINUTE, 0.2)).toBeCloseTo(55 * MINUTE, 6);
  });

  it('takes overtakers for no more than 0.8 of the time, and never for less than 0', () => {
    expect(expectedWait(0, 10, 0.95)).toBeCloseTo(10 / (1 - MOST_OVERTAKING), 9);
    expect(expectedWait(0, 10, -1)).toBe(10);
    expect(expectedWait(-5, -5, 0)).toBe(0);
  });

  it('grows with the number ahead, the residual and the overtakers', () => {
    const positive = fc.double({ min: 0, max: 1e7, noNaN: true });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(positive, positive, share, positive, (residual, ahead, overtaking, more) => {
        const wait = expectedWait(residual, ahead, overtaking);
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(expectedWait(residual, ahead + more, overtaking)).toBeGreaterThanOrEqual(wait);
        expect(expectedWait(residual + more, ahead, overtaking)).toBeGreaterThanOrEqual(wait);
        expect(expectedWait(residual, ahead, overtaking + 0.1)).toBeGreaterThanOrEqual(wait);
      }),
    );
  });

  it('the residual of somebody in the room is m(1 + CV²)/2', () => {
    const book = openBook(0, SEED_SLOTS, 6);
    // All the same length: CV² is the assumed 0.36, weighed 20 against the 577.6 consultations not yet forgotten.
    const doctor = paceOf(steady(book, 10), book.doctorId);
    const variation = (20 * 0.36) / (doctor.all.weight + 20);
    expect(residualMs(doctor, { source: 'paid' }, 10)).toBeCloseTo((10 * MINUTE * (1 + variation)) / 2, 3);
  });
});

describe('the range', () => {
  it('is 0.65 to 1.8 times, both with 3 minutes more, before there is data', () => {
    expect(rangeOf(17)).toEqual({ from: 10, to: 33 });
    expect(rangeOf(0).from).toBe(0);
    expect(rangeOf(0).to).toBeCloseTo(2.4, 9);
  });

  it('is P10 to P90 of (actual + 3)/(predicted + 3) afterwards', () => {
    const range = rangeOf(17, { from: 0.5, to: 1.5 });
    expect(range).toEqual({ from: 7, to: 27 });
    expect(rangeOf(0, { from: 0.5, to: 2 })).toEqual({ from: 0, to: 3 });
  });

  it('takes quantiles between the order statistics at (n + 1)p', () => {
    const nine = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    expect(quantile(nine, 0.1)).toBe(1);
    expect(quantile(nine, 0.9)).toBe(9);
    expect(quantile([10, 20, 30, 40], 0.5)).toBe(25);
    expect(quantile([7], 0.1)).toBe(7);
  });
});

describe('what is shown', () => {
  const now = instantOf(510) + 90_000;
  const at5 = (minutes: number): number => now + minutes * MINUTE;

  it('is rounded outwards, by length and by the clock', () => {
    const range = shown({ from: at5(12), to: at5(21) }, now, now, undefined);
    expect(range).toMatchObject({ fromMinutes: 10, toMinutes: 25, today: 'yes' });
    // 8:43:30 to 8:52:30.
    expect(range).toMatchObject({ from: instantOf(520), to: instantOf(535) });
  });

  it('never begins before it can, nor ends after the hours', () => {
    const earliest = instantOf(540);
    const end = instantOf(600);
    const range = shown({ from: at5(29), to: at5(120) }, earliest, now, end);
    expect(range).toMatchObject({ from: earliest, to: end, today: 'maybe' });
    expect(range.fromMinutes).toBeGreaterThanOrEqual(28.5);
    expect(range.toMinutes).toBeLessThanOrEqual(88.5);
    expect(shown({ from: at5(95), to: at5(120) }, earliest, now, end)).toMatchObject({
      today: 'no',
      to: end,
    });
  });
});

describe('the doctor’s time', () => {
  const pauses = [{ at: 100, lengthMs: 30 }];

  it('a pause is taken when its hour comes, or when whoever is inside has left', () => {
    expect(afterWork(pauses, 0, 99)).toBe(99);
    expect(afterWork(pauses, 0, 100)).toBe(130);
    expect(afterWork(pauses, 90, 20)).toBe(140);
    expect(afterWork(pauses, 110, 5)).toBe(135);
    expect(afterWork(pauses, 130, 5)).toBe(135);
  });

  it('is as much as lies between two moments, pauses aside', () => {
    expect(workBetween(pauses, 0, 140)).toBe(110);
    expect(workBetween(pauses, 110, 140)).toBe(10);
    expect(workBetween(pauses, 50, 20)).toBe(0);
    const moment = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(moment, moment, (from, work) => {
        expect(workBetween(pauses, from, afterWork(pauses, from, work))).toBe(work);
      }),
    );
  });

  it('a long pause ends with the next slot, however late it began', () => {
    const noon = [{ at: 0, lengthMs: 240 * MINUTE }];
    expect(afterWork(noon, -10 * MINUTE, 30 * MINUTE)).toBe(240 * MINUTE);
  });
});

describe('everyone in the book', () => {
  it('five steady patients of 10 minutes each follow one another from nine', () => {
    const book = withTokens(Array.from({ length: 5 }, () => ({ source: 'walk_in' as const, here: true })));
    const waits = estimateWaits(book, at(480), steady(book, 10));
    const minutes = [...waits.values()].map(({ expectedMs }) => Math.round(expectedMs / MINUTE));
    expect(minutes).toEqual([60, 70, 80, 90, 100]);
    // Until nine nothing is uncertain, and the first is called then.
    expect([...waits.values()][0]).toMatchObject({ fromMinutes: 60, toMinutes: 65, today: 'yes' });
    expect([...waits.values()][2]).toMatchObject({ fromMinutes: 70, toMinutes: 100 });
  });

  it('somebody in the room counts as the residual, somebody called as a whole consultation', () => {
    const before = withTokens(Array.from({ length: 3 }, () => ({ source: 'walk_in' as const, here: true })));
    const pace = steady(before, 10);
    const called = callNext(before, {}, at(540));
    if (!called.ok || !called.value.token) throw new Error('nobody called');
    const tokenId = called.value.token.id;
    const second = tokenIdOf(1);
    expect(waitOf(called.value.book, 540)).toBeCloseTo(10, 0);
    const inside = start(called.value.book, { tokenId }, at(540));
    if (!inside.ok) throw new Error('not started');
    expect(waitOf(inside.value.book, 540)).toBeCloseTo(5, 0);
    const served = serve(inside.value.book, { tokenId }, at(550));
    if (!served.ok) throw new Error('not served');
    expect(waitOf(served.value.book, 550)).toBe(0);

    function waitOf(book: Book, minute: number): number {
      return (estimateWaits(book, at(minute), pace).get(second)?.expectedMs ?? Number.NaN) / MINUTE;
    }
  });

  it('a break between two slots is waited for', () => {
    const gap = [
      { start: 540, end: 560 },
      { start: 590, end: 650 },
    ];
    const people = Array.from({ length: 4 }, () => ({ source: 'walk_in' as const, here: true }));
    const book = withTokens(people, 540, openBook(0, gap, 10));
    const waits = estimateWaits(book, at(540), steady(book, 10));
    const minutes = [...waits.values()].map(({ expectedMs }) => Math.round(expectedMs / MINUTE));
    // The third goes in just before the break (the plan of 4 minutes a seat pulls the pace below 10).
    expect(minutes).toEqual([0, 10, 20, 60]);
  });

  it('who has a seat but is not here waits for the slot at least', () => {
    const book = withTokens([{ source: 'online', here: false }]);
    const [estimate] = estimateWaits(book, at(480), steady(book, 10)).values();
    expect(estimate?.expectedMs).toBe(60 * MINUTE);
  });

  it('at six the noon booking is told noon, however long that is', () => {
    const before = openBook(0, SEED_SLOTS, 6);
    const booked = issueIn(before, 360, { source: 'online', slotId: before.slots[3]?.id });
    const [estimate] = estimateWaits(booked, at(360), newPace).values();
    expect(estimate).toMatchObject({ fromMinutes: 360, toMinutes: 365, today: 'yes' });
    expect(estimate).toMatchObject({ from: instantOf(720), to: instantOf(725) });
  });

  it('half an hour before the doctor begins the first one is told half an hour, at least', () => {
    const book = withTokens([{ source: 'walk_in', here: true }], 510);
    const [fresh] = estimateWaits(book, at(510), newPace).values();
    expect(fresh).toMatchObject({ fromMinutes: 30, toMinutes: 35 });
    const late = learn(newPace, { ...QUIET_DAY, doctorId: book.doctorId, lateMinutes: 12 });
    const [estimate] = estimateWaits(book, at(510), late).values();
    expect(estimate).toMatchObject({ fromMinutes: 35, toMinutes: 55 });
  });

  it('two minutes before a full five nobody is told a time before the doctor begins', () => {
    const book = withTokens([{ source: 'walk_in', here: true }], 508);
    const [estimate] = estimateWaits(book, at(508), newPace).values();
    expect(estimate?.fromMinutes).toBe(35);
    expect(estimate?.from).toBe(instantOf(540));
  });

  it('a third emergency is told its call, not the slot of its seat', () => {
    const rules = { ...defaultRules, maxEmergencyOverflow: 2, allowPreemption: false };
    let book = withTokens(Array.from({ length: 12 }, () => ({ source: 'walk_in' as const, here: true })));
    for (const index of [20, 21, 22]) {
      book = issueIn(book, 545, { source: 'emergency', checkedIn: true }, index, rules);
    }
    const third = book.tokens.find(({ id }) => id === tokenIdOf(22));
    const waits = estimateWaits(book, at(545, rules), steady(book, 5));
    expect(third?.status === 'active' && third.slotId).toBe(book.slots[1]?.id);
    expect(waits.get(tokenIdOf(22))?.to).toBeLessThanOrEqual(instantOf(570));
  });

  it('on a break nobody is called before its end, and after it the doctor works through', () => {
    const book = withTokens(
      Array.from({ length: 3 }, () => ({ source: 'walk_in' as const, here: true })),
      545,
    );
    const waits = [...estimateWaits(book, at(545), steady(book, 10), instantOf(570)).values()];
    expect(waits.map(({ expectedMs }) => Math.round(expectedMs / MINUTE))).toEqual([25, 35, 45]);
    expect(waits[0]?.fromMinutes).toBeGreaterThanOrEqual(25);
  });

  it('of another day nobody is told a wait', () => {
    const book = { ...withTokens([{ source: 'online', here: false }]), serviceDay: ANOTHER_DAY };
    expect(estimateWaits(book, at(480), newPace).size).toBe(0);
  });

  it('no range ends after the doctor does: today may not be enough, or hardly is', () => {
    const people = Array.from({ length: 60 }, () => ({ source: 'walk_in' as const, here: true }));
    const book = withTokens(people, 600);
    const end = instantOf(780);
    const waits = [...estimateWaits(book, at(600), steady(book, 10)).values()];
    const inOrder = waits.toSorted((a, b) => a.expectedMs - b.expectedMs).map(({ today }) => today);
    expect(inOrder.join(' ')).toMatch(/^(yes )+(maybe )+(no ?)+$/);
    expect(new Set(waits.map(({ today }) => today))).toEqual(new Set(['yes', 'maybe', 'no']));
    for (const { to, toMinutes, from } of waits) {
      expect(to).toBeLessThanOrEqual(end);
      expect(from).toBeLessThanOrEqual(to);
      expect(instantOf(600) + toMinutes * MINUTE).toBeLessThanOrEqual(end);
    }
  });

  it('who is without a seat and not here is told no time that today does not have', () => {
    const full = openBook(0, SEED_SLOTS, 1);
    const book = withTokens(
      Array.from({ length: 6 }, () => ({ source: 'online' as const, here: false })),
      360,
      full,
    );
    const last = estimateWaits(book, at(360), newPace).get(tokenIdOf(5));
    expect(last).toMatchObject({ today: 'no', to: instantOf(780) });
  });

  it('once the hours are over people are still seen, but nobody can be sure', () => {
    const people = Array.from({ length: 4 }, () => ({ source: 'walk_in' as const, here: true }));
    const book = withTokens(people, 770);
    for (const { today, from } of estimateWaits(book, at(785), steady(book, 10)).values()) {
      expect(today).toBe('maybe');
      expect(from).toBeGreaterThanOrEqual(instantOf(785));
    }
  });

  it('learns of the queue alone: not of the time until the doctor begins', () => {
    const book = withTokens(Array.from({ length: 2 }, () => ({ source: 'walk_in' as const, here: true })));
    const second = estimateWaits(book, at(480), steady(book, 10)).get(tokenIdOf(1));
    if (!second) throw new Error('no estimate');
    expect(second.rawMs).toBeCloseTo(10 * MINUTE, 0);
    expect(queuePart(second, instantOf(552))).toBe(12 * MINUTE);
    expect(queuePart(second, instantOf(530))).toBe(0);
  });

  it('emergencies come first, and a new one is told so', () => {
    const people = Array.from({ length: 5 }, () => ({ source: 'walk_in' as const, here: true }));
    const book = withTokens(people);
    const pace = steady(book, 10);
    const emergency = estimateForNew(book, at(480), 'emergency', pace);
    const walkIn = estimateForNew(book, at(480), 'walk_in', pace);
    expect(emergency?.expectedMs).toBe(60 * MINUTE);
    expect(walkIn?.expectedMs).toBe(110 * MINUTE);
    expect(book.tokens).toHaveLength(5);
  });

  it('a closed day promises nothing', () => {
    const book: Book = { ...openBook(0, SEED_SLOTS, 6), status: 'closed' };
    expect(estimateForNew(book, at(480), 'walk_in', newPace)).toBeUndefined();
  });

  it('is never negative, ordered, and in steps of 5, whatever the book and the hour', () => {
    const people = fc.array(fc.record({ source: fc.constantFrom(...sources), here: fc.boolean() }), {
      maxLength: 40,
    });
    const hour = fc.integer({ min: 400, max: 900 });
    const order = fc.constantFrom('fair' as const, 'strict' as const);
    fc.assert(
      fc.property(people, hour, order, fc.integer({ min: 1, max: 60 }), (list, minute, callOrder, pace) => {
        const book = withTokens(list, 480);
        const context = at(minute, { ...defaultRules, callOrder });
        const waits = estimateWaits(book, context, steadyFew(book, pace));
        const open = book.tokens.filter(({ status }) => status === 'active' || status === 'waiting');
        expect([...waits.keys()].sort()).toEqual(open.map(({ id }) => id).sort());
        for (const { fromMinutes, toMinutes, expectedMs } of waits.values()) {
          expect(expectedMs).toBeGreaterThanOrEqual(0);
          expect(fromMinutes).toBeGreaterThanOrEqual(0);
          expect(fromMinutes).toBeLessThanOrEqual(toMinutes);
          expect([fromMinutes % 5, toMinutes % 5]).toEqual([0, 0]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('one more ahead never shortens the wait', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 30 }), (count, pace) => {
        const people = Array.from({ length: count + 1 }, () => ({ source: 'walk_in' as const, here: true }));
        const fewer = withTokens(people.slice(1));
        const more = withTokens(people);
        const last = (book: Book) =>
          Math.max(
            ...[...estimateWaits(book, at(480), steadyFew(book, pace)).values()].map((one) => one.expectedMs),
          );
        expect(last(more)).toBeGreaterThanOrEqual(last(fewer));
      }),
      { numRuns: 60 },
    );
  });

  it('a book of 5,000 people is estimated in an instant, each after the one before', () => {
    const one = withTokens([{ source: 'walk_in', here: true }]);
    const [token] = one.tokens;
    if (!token) throw new Error('no token');
    const tokens = Array.from({ length: 5000 }, (_, index) => ({
      ...token,
      id: tokenIdOf(index),
      sequence: index + 1,
      checkedInAt: instantOf(480) + index,
    }));
    const waits = [...estimateWaits({ ...one, tokens }, at(490), steadyFew(one, 5)).values()];
    expect(waits).toHaveLength(5000);
    const expected = waits.map(({ expectedMs }) => expectedMs);
    expect(expected).toEqual([...expected].sort((a, b) => a - b));
  });

  it('a check-in moves nobody else forward', () => {
    const book = withTokens([
      { source: 'online', here: false },
      { source: 'walk_in', here: true },
    ]);
    const came = checkIn(book, { tokenId: tokenIdOf(0) }, at(500));
    if (!came.ok) throw new Error('not checked in');
    const other = tokenIdOf(1);
    const pace = steady(book, 10);
    const before = estimateWaits(book, at(500), pace).get(other)?.expectedMs ?? 0;
    const after = estimateWaits(came.value.book, at(500), pace).get(other)?.expectedMs ?? 0;
    expect(after).toBeGreaterThanOrEqual(before);
  });
});

it('the planned pace is the time of the open slots over their seats', () => {
  expect(plannedMinutes(openBook(0, SEED_SLOTS, 6))).toBe(10);
  expect(plannedMinutes(openBook(0, SEED_SLOTS, 0))).toBe(8);
  expect(plannedMinutes({ slots: [] })).toBe(8);
});

function steadyFew(book: Book, minutes: number): PaceModel {
  let pace = newPace;
  for (let count = 0; count < 20; count += 1) {
    pace = learn(pace, { kind: 'consultation', doctorId: book.doctorId, source: 'walk_in', minutes });
  }
  return pace;
}
