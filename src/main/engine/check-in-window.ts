import type { Book } from '../../shared/model/book';
import type { CheckInObstacle } from '../../shared/model/check-in';
import { MINUTE } from '../../shared/model/time';
import { isOpen, type Token } from '../../shared/model/token';
import { fail, type Result } from '../../shared/result';
import type { Context } from './context';
import { startOf } from './timing';

/**
 * R18: whether a patient who checks in unaided comes too early or too late for the slot. Too early is counted to the printed
 * start, by which patients go, and too late from the real one (R22), or from the end of an outage (R13): neither a doctor who
 * is late nor a PC that was off sends anybody away. Who has no slot, is an emergency, or is here already, is never either.
 * Undefined: neither.
 */
export function checkInObstacle(
  { slots }: Pick<Book, 'slots'>,
  token: Token,
  { now, rules, watchedSince = 0 }: Pick<Context, 'now' | 'rules' | 'watchedSince'>,
): CheckInObstacle | undefined {
  if (!isOpen(token) || token.checkedInAt !== null || token.source === 'emergency') return undefined;
  const slot = token.status === 'active' ? slots.find(({ id }) => id === token.slotId) : undefined;
  if (!slot) return undefined;
  const { checkInEarlyMinutes, checkInLateMinutes } = rules;
  if (checkInEarlyMinutes !== null) {
    const from = slot.startsAt - checkInEarlyMinutes * MINUTE;
    if (now < from) return { why: 'too_early', from };
  }
  if (checkInLateMinutes !== null) {
    const until = Math.max(startOf(slot), watchedSince) + checkInLateMinutes * MINUTE;
    if (now > until) return { why: 'too_late', until };
  }
  return undefined;
}

/** CONFLICT, with what stands in the way. */
export function refuseObstacle({ number }: Pick<Token, 'number'>, obstacle: CheckInObstacle): Result<never> {
  const words = {
    too_early: 'comes too early to check in at the kiosk',
    too_late: 'comes too late to check in at the kiosk',
    other_day: 'is for another day',
    day_not_begun: 'is for a day that has not begun at this clinic',
  } as const;
  return fail('CONFLICT', `${number} ${words[obstacle.why]}. Please ask at the desk.`, {
    rule: 'R18',
    obstacle,
  });
}
