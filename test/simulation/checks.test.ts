import { describe, expect, it } from 'vitest';
import { callThis, checkIn, type Decision, issue } from '../../src/main/engine';
import { countViolations, isOverfull, noViolations } from '../../src/main/simulation/checks';
import { instantOf, openBook, SEED_SLOTS, SIMULATED_DAY, tokenIdOf } from '../../src/main/simulation/clinic';
import { DoctorClock } from '../../src/main/simulation/doctor-clock';
import type { Policy } from '../../src/main/simulation/policy';
import type { Book } from '../../src/shared/model/book';
import { defaultRules } from '../../src/shared/model/settings';
import type { Source } from '../../src/shared/model/token';
import type { Result } from '../../src/shared/result';

const at = (minute: number) => ({ now: instantOf(minute), today: SIMULATED_DAY, rules: defaultRules });

function taken(result: Result<Decision>): Decision {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function bookWith(list: readonly Source[], capacity = 4): Book {
  return list.reduce(
    (book, source, index) => {
      const patient = {
        patientName: `P${index}`,
        patientContact: '',
        channel: 'desk',
        checkedIn: true,
      } as const;
      return taken(issue(book, { id: tokenIdOf(index), source, ...patient }, at(480 + index))).book;
    },
    openBook(0, SEED_SLOTS, capacity),
  );
}

/** What is wrong with calling this one. */
function wrongs(book: Book, index: number, policy: Policy = 'fair', minute = 560) {
  const decision = taken(callThis(book, { tokenId: tokenIdOf(index) }, at(minute)));
  const sum = noViolations();
  countViolations(sum, decision, at(minute), policy);
  return sum;
}

describe('the checks see what is wrong', () => {
  it('a slot with more tokens than seats', () => {
    const book = bookWith(['walk_in', 'walk_in', 'walk_in']);
    expect(isOverfull(book, defaultRules)).toBe(false);
    const shrunk = { ...book, slots: book.slots.map((slot) => ({ ...slot, capacity: 2 })) };
    expect(isOverfull(shrunk, defaultRules)).toBe(true);
  });

  it('more emergencies than capacity and overflow', () => {
    const book = bookWith(['emergency', 'emergency', 'emergency'], 1);
    expect(isOverfull(book, defaultRules)).toBe(false);
    expect(isOverfull(book, { ...defaultRules, maxEmergencyOverflow: 1 })).toBe(true);
    expect(isOverfull(book, { ...defaultRules, emergencyOverflowPercent: 100 })).toBe(true);
  });

  it('somebody called before one who is here longer, as urgent, with no later slot', () => {
    expect(wrongs(bookWith(['walk_in', 'walk_in']), 1).inversions).toBe(1);
    expect(wrongs(bookWith(['paid', 'online']), 1).inversions).toBe(1);
    expect(wrongs(bookWith(['walk_in', 'walk_in']), 0).inversions).toBe(0);
  });

  it('but not where a rule may say so: more urgent, or here earlier', () => {
    expect(wrongs(bookWith(['online', 'paid']), 1).inversions).toBe(0);
  });

  it('an emergency passed over', () => {
    expect(wrongs(bookWith(['walk_in', 'emergency']), 0).emergenciesPassedOver).toBe(1);
    expect(wrongs(bookWith(['walk_in', 'emergency']), 1).emergenciesPassedOver).toBe(0);
  });

  it('somebody from the list called before one with a seat', () => {
    const book = bookWith(
      Array.from({ length: 5 }, () => 'walk_in' as const),
      1,
    );
    expect(book.tokens.at(-1)?.status).toBe('waiting');
    expect(wrongs(book, 4).inversions).toBe(1);
    expect(wrongs(book, 4, 'fifo').inversions).toBe(1);
  });

  it('a seat given past somebody better on the list', () => {
    const book = bookWith(
      Array.from({ length: 6 }, () => 'walk_in' as const),
      1,
    );
    const promoted = book.tokens[5];
    const slot = book.slots[0];
    if (promoted?.status !== 'waiting' || !slot) throw new Error('not waiting');
    const seated = taken(checkIn(bookWith(['walk_in']), { tokenId: tokenIdOf(0) }, at(500))).book.tokens[0];
    if (seated?.status !== 'active') throw new Error('not seated');
    const after = { ...seated, id: promoted.id };
    const event = {
      type: 'tokenPromoted',
      at: instantOf(500),
      by: null,
      before: promoted,
      after,
      reason: { code: 'free_seat', rule: 'R9', slotId: slot.id },
    } as const;
    const sum = noViolations();
    const rest = { ...book, tokens: book.tokens.map((token) => (token.id === after.id ? after : token)) };
    countViolations(sum, { book: rest, events: [event], token: null, warnings: [] }, at(500), 'fair');
    expect(sum.inversions).toBe(1);
  });
});

describe("the doctor's clock", () => {
  const stretches = [
    { start: 540, end: 600 },
    { start: 615, end: 675 },
  ];

  it('counts idle time from coming to the end of the slots, without the break', () => {
    const clock = new DoctorClock(stretches, 10 * 60_000);
    clock.freeFrom(clock.comesAt);
    clock.busyFrom(instantOf(555));
    clock.servedAt(instantOf(590));
    clock.freeFrom(instantOf(590));
    expect(clock.takeBreak(instantOf(595))).toBeUndefined();
    expect(clock.takeBreak(instantOf(605))).toBe(instantOf(615));
    clock.freeFrom(instantOf(615));
    clock.busyFrom(instantOf(620));
    clock.servedAt(instantOf(690));
    clock.close();
    expect(clock.idleMs / 60_000).toBe(5 + 10 + 5);
    expect(clock.busyMs / 60_000).toBe(35 + 70);
    expect(clock.overtimeMs / 60_000).toBe(15);
  });

  it('takes the break after the patient in the room', () => {
    const clock = new DoctorClock(stretches, 0);
    clock.freeFrom(instantOf(540));
    clock.busyFrom(instantOf(590));
    clock.servedAt(instantOf(610));
    expect(clock.takeBreak(instantOf(610))).toBe(instantOf(625));
    expect(clock.takeBreak(instantOf(625))).toBeUndefined();
  });
});
