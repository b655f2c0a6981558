import { describe, expect, it } from 'vitest';
import { type Context, callNext, type Decision, doctorQueue, issue } from '../../src/main/engine';
import { cells } from '../../src/main/simulation/cells';
import { instantOf, openBook, SEED_SLOTS, SIMULATED_DAY, tokenIdOf } from '../../src/main/simulation/clinic';
import { ClinicDay, type Play } from '../../src/main/simulation/clinic-day';
import { moveUp } from '../../src/main/simulation/moving-up';
import { deskAt } from '../../src/main/simulation/outage';
import { type Cell, planDay } from '../../src/main/simulation/plan';
import { isOvertaken, newSample, type Sample, tally } from '../../src/main/simulation/tally';
import type { Book } from '../../src/shared/model/book';
import { isTokenEvent } from '../../src/shared/model/event';
import { defaultRules } from '../../src/shared/model/settings';
import { MINUTE } from '../../src/shared/model/time';
import type { Token } from '../../src/shared/model/token';
import { fail } from '../../src/shared/result';

/** A clinic in which a doctor sees two dozen patients a day. */
function small(name: string, doctors = 1): Cell {
  const cell = cells.find((one) => one.name === name);
  if (!cell) throw new Error('no such cell');
  return { ...cell, serviceMinutes: 10, doctors };
}

type Watch = (decision: Decision, context: Context, before: Book) => void;

function play(cell: Cell, days: number, watch?: Watch, more: Partial<Play> = {}, seed = 1): Sample {
  const sample = newSample();
  const watcher = watch && {
    decided: (before: Book, decision: Decision, context: Context) => watch(decision, context, before),
  };
  const observers = [tally(sample, 'fair'), ...(watcher ? [watcher] : [])];
  for (let day = 0; day < days; day += 1) {
    const plan = planDay(cell, seed, day);
    new ClinicDay(plan, { policy: 'fair', rules: defaultRules, observers, ...more }).run();
  }
  return sample;
}

const withoutWrongs = { capacity: 0, inversions: 0, emergenciesPassedOver: 0, neverSeen: 0 };

describe('patients who leave for good, without a word', () => {
  // A hundred days, in parts.
  it.each([1, 2, 3, 4])('keep nobody who is here from being seen (R19), on 25 days of seed %i', (seed) => {
    const { counts, violations } = play(small('leavers-3'), 25, undefined, {}, seed);
    expect(counts.noShows / counts.doctorDays).toBeGreaterThan(2);
    expect(counts.served).toBeGreaterThan(375);
    expect(violations).toEqual(withoutWrongs);
  });

  it('the count would notice: a clinic that calls no follow-ups sends them home unseen', () => {
    const { counts, violations } = play(small('leavers-3'), 5, undefined, {
      call: (book, context) => {
        const result = callNext(book, {}, context);
        const isRefused = result.ok && result.value.token?.source === 'follow_up';
        return isRefused ? fail('NOT_FOUND', 'not those') : result;
      },
    });
    expect(violations.neverSeen).toBeGreaterThan(0);
    expect(counts.inVain).toBeGreaterThanOrEqual(counts.neverSeen);
  });
});

describe('who steps out without a word', () => {
  it('is called again with the gap between, as often as there are recalls, and then steps back (R19)', () => {
    const gaps = new Set<number>();
    const recallsWhenHeld = new Set<number>();
    const { counts, violations } = play(small('steppers'), 20, ({ events, book }, { now }, before) => {
      const was = new Map(before.tokens.map((token) => [token.id, token]));
      for (const event of events.filter(isTokenEvent)) {
        const earlier = was.get(event.after.id);
        if (earlier?.status !== 'active' || earlier.stage !== 'called') continue;
        if (event.type === 'tokenRecalled') gaps.add(now - (earlier.lastCalledAt ?? 0));
        if (event.type === 'tokenHeld') recallsWhenHeld.add(earlier.recalls);
      }
      expect(book.tokens.filter((token) => isCalled(token)).length).toBeLessThan(2);
    });
    expect([...gaps]).toEqual([defaultRules.recallGapSeconds * 1000]);
    expect([...recallsWhenHeld]).toEqual([defaultRules.maxRecalls]);
    expect(counts.reinstated).toBeGreaterThan(0);
    expect(violations).toEqual(withoutWrongs);
  });
});

describe('an outage of the PC', () => {
  const cell = small('outage');
  const outage = { from: instantOf(480), to: instantOf(580) };

  it('stops the work of the clock: nothing happens, and no no-show within the timeout after it (R13)', () => {
    const marked: number[] = [];
    const { violations } = play(cell, 20, ({ events }, { now, watchedSince }) => {
      expect(now < outage.from || now >= outage.to).toBe(true);
      expect(watchedSince).toBe(now < outage.to ? 0 : outage.to);
      for (const event of events) {
        if (event.type !== 'tokenNoShow') continue;
        if (event.reason.code === 'not_here_in_time') marked.push(now);
      }
    });
    expect(marked.length).toBeGreaterThan(0);
    expect(Math.min(...marked)).toBeGreaterThanOrEqual(outage.to + 15 * MINUTE);
    expect(violations).toEqual(withoutWrongs);
  });

  it('lets those who came meanwhile to the desk afterwards, in the order of coming', () => {
    expect(deskAt(outage, instantOf(479))).toBe(instantOf(479));
    expect(deskAt(outage, instantOf(580))).toBe(instantOf(580));
    expect(deskAt(null, instantOf(500))).toBe(instantOf(500));
    const times = [480, 500, 579].map((minute) => deskAt(outage, instantOf(minute)));
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times[0]).toBe(outage.to);
    expect(times.at(-1)).toBeLessThanOrEqual(outage.to + 10 * MINUTE);
  });
});

describe('a patient with two doctors', () => {
  it('is never called by both, and is seen by both (R27)', () => {
    let passedOver = 0;
    const cell = small('two-doctors', 2);
    const { counts, violations } = play(cell, 20, (decision, context) => {
      const busy = new Set(
        (context.elsewhere ?? []).flatMap((one) => (one.stage ? [one.patientContact] : [])),
      );
      for (const event of decision.events) {
        if (event.type === 'tokenCalled') expect(busy.has(event.after.patientContact)).toBe(false);
      }
      const [head] = doctorQueue(decision.book, context);
      const first = decision.book.tokens.find(({ id }) => id === head?.tokenId);
      if (first && busy.has(first.patientContact)) passedOver += 1;
    });
    const plan = planDay(cell, 1, 0);
    expect(plan.patients.some(({ person }) => person !== null)).toBe(true);
    expect(passedOver).toBeGreaterThan(0);
    expect(counts.inVain).toBeLessThan(counts.served / 50);
    expect(violations).toEqual(withoutWrongs);
  });
});

const at = (minute: number): Context => ({
  now: instantOf(minute),
  today: SIMULATED_DAY,
  rules: defaultRules,
});

/** Walk-in patients at the desk, a minute apart from eight, each slot with one seat. */
function walkIns(count: number): Book {
  let book = openBook(0, SEED_SLOTS, 1);
  for (let index = 0; index < count; index += 1) {
    const who = { patientName: `P${index}`, patientContact: '', channel: 'desk', checkedIn: true } as const;
    const issued = issue(book, { id: tokenIdOf(index), source: 'walk_in', ...who }, at(480 + index));
    if (!issued.ok) throw new Error(issued.error.message);
    book = issued.value.book;
  }
  return book;
}

describe('overtaken', () => {
  const [first, second] = walkIns(2).tokens;
  const now = instantOf(560);

  it('is who waits when one of the same kind is called who came later', () => {
    if (!first || !second) throw new Error('no tokens');
    expect(isOvertaken(first, second, 0, now)).toBe(true);
    expect(isOvertaken(second, first, 0, now)).toBe(false);
    expect(isOvertaken({ ...first, source: 'paid' }, second, 0, now)).toBe(false);
    expect(isOvertaken(first, { ...second, precedence: 'senior' }, 0, now)).toBe(false);
  });

  it('but not before the slot they asked for', () => {
    if (first?.status !== 'active' || !second) throw new Error('no seat');
    const asked: Token = { ...first, wishedSlotId: first.slotId };
    expect(isOvertaken(asked, second, now + MINUTE, now)).toBe(false);
    expect(isOvertaken(asked, second, now, now)).toBe(true);
  });
});

describe('moving up, as tried', () => {
  it('gives a free seat of the running slot to the longest here with a later one not asked for', () => {
    const book = walkIns(3);
    expect(moveUp(book, at(560))).toBeNull();
    const freed = { ...book, tokens: book.tokens.slice(1) };
    const moved = moveUp(freed, at(560));
    expect(moved?.token?.number).toBe('A-002');
    expect(moved?.token?.status === 'active' && moved.token.slotId).toBe(book.slots[0]?.id);
    expect(moveUp(freed, at(530))).toBeNull();
  });
});

function isCalled(token: Token): boolean {
  return token.status === 'active' && token.stage === 'called';
}
