import { expect } from 'vitest';
import type { Book } from '../../../src/shared/model/book';
import type { TokenEvent } from '../../../src/shared/model/event';
import { patientKey } from '../../../src/shared/model/patient';
import type { Token } from '../../../src/shared/model/token';
import { atDoor, callables, roundIsOver, withOther } from './call-order';
import type * as oracle from './oracle';
import type { Change } from './world';

/** R13, R16, R19: only who did not come or did not answer in time; the timer never within the time allowed. */
export function checkNoShow({ before, after }: TokenEvent, change: Change, state: oracle.State): void {
  const { step, context, before: book, other } = change;
  if (before?.status !== 'active' || after.status !== 'no_show') throw new Error('only an active token');
  if (step.do === 'closeDay') {
    expect(before.checkedInAt).toBeNull();
    return;
  }
  const { now, watchedSince = 0, rules } = context;
  const timeout = rules.noShowTimeoutMinutes * 60_000;
  const watched = Math.max(watchedSince, book.reopenedAt ?? 0);
  const byTimer = step.do === 'sweep';
  if (byTimer) expect(before.seatedAt).toBeLessThan(now);
  if (byTimer || step.do === 'noShow') expect(withOther(before, other)).toBe(false);
  if (before.stage === 'booked') {
    expect(['sweep', 'noShow']).toContain(step.do);
    const slot = state.slots.find((known) => known.id === before.slotId);
    const begins = (slot?.startsAt ?? 0) + (slot?.delayMinutes ?? 0) * 60_000;
    const since = Math.max(begins, before.seatedAt, leftOther(before, other), byTimer ? watched : 0);
    expect(now).toBeGreaterThanOrEqual(since + timeout);
    return;
  }
  if (step.do === 'noShow' && before.stage === 'on_hold') {
    expect(before.heldFor).toBe('no_answer');
    return;
  }
  expect(before.stage).toBe('called');
  expect(roundIsOver(before, context)).toBe(true);
  if (step.do === 'noShow') return;
  if (byTimer) {
    expect(now).toBeGreaterThanOrEqual(watched + timeout);
    if (now >= Math.max(before.lastCalledAt ?? 0, leftOther(before, other)) + timeout) return;
    expect(now).toBeGreaterThanOrEqual((before.lastCalledAt ?? 0) + 60_000);
  }
  // R19: the second round not answered, while somebody else may be called.
  expect(before.unanswered).toBe(1);
  expect(callables({ ...book, ...state }, other, context).length).toBeGreaterThan(0);
}

/** R27: when the patient was last let go by the other doctor. */
function leftOther(token: Token, other: Book): number {
  if (token.patientContact === '') return 0;
  const key = patientKey(token.patientName, token.patientContact);
  const same = other.tokens.filter((rival) => patientKey(rival.patientName, rival.patientContact) === key);
  return Math.max(0, ...same.map(({ leftDoorAt }) => leftDoorAt ?? 0));
}

/** R19: who does not answer steps back once, and only while somebody else may be called. */
export function checkHeld(
  { before, after, reason }: TokenEvent,
  { other, context, step }: Change,
  state: Book,
): void {
  if (before?.status !== 'active' || after.status !== 'active') throw new Error('only an active token');
  const held = state.tokens.flatMap((token) => (token.status === 'active' ? [token.heldAt ?? -1] : []));
  expect(after.heldAt).toBeGreaterThan(Math.max(-1, ...held));
  if (reason.code !== 'did_not_answer') {
    expect([step.do, after.unanswered]).toEqual(['hold', before.unanswered]);
    return;
  }
  expect([before.stage, before.unanswered, after.unanswered]).toEqual(['called', 0, 1]);
  expect(roundIsOver(before, context)).toBe(true);
  expect(callables(state, other, context).length).toBeGreaterThan(0);
}

/** R27: nobody is called by two doctors; only a day opened again may show what was so before. */
export function checkDoor({ before, after }: TokenEvent, { step, other }: Change): void {
  if (!atDoor(after) || (before && atDoor(before)) || step.do === 'reopenDay') return;
  expect(withOther(after, other)).toBe(false);
}
