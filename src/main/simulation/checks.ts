import type { Book } from '../../shared/model/book';
import { isTokenEvent, type TokenEvent } from '../../shared/model/event';
import type { TokenId } from '../../shared/model/ids';
import type { RuleSettings } from '../../shared/model/settings';
import type { Slot } from '../../shared/model/slot';
import { MINUTE } from '../../shared/model/time';
import { type ActiveToken, isListed, type ListedToken, type Token } from '../../shared/model/token';
import type { Context, Decision } from '../engine';
import type { Policy } from './policy';

/**
 * Counts of what must never happen, found without the engine's own arithmetic: from the books and events alone.
 * `inversions`: somebody was called, or given a seat, before another who had the better claim in every respect.
 */
export interface Violations {
  /** Books, after a change, with a slot above its capacity, or above capacity and overflow. */
  capacity: number;
  inversions: number;
  /** Calls of somebody else while an emergency was here. Must be 0 but for `fifo`, which looks at no source. */
  emergenciesPassedOver: number;
  /** Patients who waited in the room when the doctor left, and were never seen. */
  neverSeen: number;
}

export const noViolations = (): Violations => ({
  capacity: 0,
  inversions: 0,
  emergenciesPassedOver: 0,
  neverSeen: 0,
});

/** Adds what one decision did wrong. */
export function countViolations(sum: Violations, decision: Decision, context: Context, policy: Policy): void {
  if (isOverfull(decision.book, context.rules)) sum.capacity += 1;
  for (const [index, event] of decision.events.entries()) {
    if (!isTokenEvent(event)) continue;
    if (event.type === 'tokenCalled') countCall(sum, event, bookAt(decision, index), context, policy);
    if (event.type === 'tokenPromoted' && isPassingOver(event, decision)) sum.inversions += 1;
  }
}

/** The book right after this event: who is seated in the same decision later was not yet. */
function bookAt({ book, events }: Decision, index: number): Book {
  const earlier = new Map<TokenId, Token>();
  for (const event of events.slice(index + 1)) {
    if (!isTokenEvent(event) || !event.before || earlier.has(event.before.id)) continue;
    earlier.set(event.before.id, event.before);
  }
  return { ...book, tokens: book.tokens.map((token) => earlier.get(token.id) ?? token) };
}

/** R1, R4: is there a slot with more ordinary tokens than seats, or more tokens than seats and overflow? */
export function isOverfull(book: Book, rules: RuleSettings): boolean {
  return book.slots.some((slot) => {
    const sitting = book.tokens.filter((token) => isSittingIn(token, slot));
    const ordinary = sitting.filter(({ source }) => source !== 'emergency').length;
    return ordinary > slot.capacity || sitting.length > slot.capacity + overflowOf(slot, rules);
  });
}

function isSittingIn(token: Token, slot: Slot): boolean {
  const seated = token.status === 'active' || token.status === 'served';
  return seated && token.slotId === slot.id && !token.extra;
}

function overflowOf(slot: Slot, { maxEmergencyOverflow, emergencyOverflowPercent }: RuleSettings): number {
  if (slot.overflow !== null) return slot.overflow;
  if (emergencyOverflowPercent === null) return maxEmergencyOverflow;
  return Math.ceil((slot.capacity * emergencyOverflowPercent) / 100);
}

function countCall(sum: Violations, event: TokenEvent, book: Book, context: Context, policy: Policy): void {
  if (event.after.source === 'emergency' || event.after.status !== 'active') return;
  const others = book.tokens.filter((token) => token.id !== event.after.id && isCallable(token, context));
  if (others.some(({ source }) => source === 'emergency')) sum.emergenciesPassedOver += 1;
  // R19: who stepped back once goes next, whoever came in between.
  if (event.reason.code === 'next_in_queue' && event.reason.place.code === 'held_back_due') return;
  const called = event.before ?? event.after;
  if (others.some((other) => hasBetterClaim(other, called, book, context.rules, policy))) sum.inversions += 1;
}

/** Here, and free to be called now: in the queue, or waiting without a seat; not with another doctor (R27). */
function isCallable(token: Token, { elsewhere = [] }: Context): token is ActiveToken | ListedToken {
  if (token.checkedInAt === null) return false;
  const { patientContact: contact } = token;
  if (elsewhere.some((other) => other.stage !== null && other.patientContact === contact)) return false;
  return isListed(token) || (token.status === 'active' && token.stage === 'checked_in');
}

/**
 * Should `other` have been called before `called`? Only where no rule could say otherwise: here strictly longer, of a
 * kind no less urgent (by priority, target and need), and with a slot that starts no later. A seat, or the place of
 * one lost to an emergency (R6), goes before the waiting list (R18); `fifo` knows neither slots nor seats.
 */
function hasBetterClaim(
  other: Token,
  called: Token,
  book: Book,
  rules: RuleSettings,
  policy: Policy,
): boolean {
  const earlier = (other.checkedInAt ?? Infinity) < (called.checkedInAt ?? 0);
  const isInNeed = other.precedence !== null || called.precedence === null;
  const isUrgent = other.priority <= called.priority && targetOf(other, rules) <= targetOf(called, rules);
  const urgent = isInNeed && isUrgent;
  if (policy === 'fifo') return earlier && urgent;
  const [otherStart, calledStart] = [slotStart(other, book), slotStart(called, book)];
  if (calledStart === undefined && otherStart !== undefined) return true;
  if (otherStart === undefined || calledStart === undefined) {
    return isListed(other) && isListed(called) && isInNeed && isBetterOnList(other, called);
  }
  return earlier && urgent && otherStart <= calledStart;
}

function targetOf({ source }: Token, rules: RuleSettings): number {
  return source === 'emergency' ? 0 : rules.targetMinutes[source];
}

/** By which slot somebody is called: their own, or the one lost to an emergency, if that was earlier (R6). */
function slotStart(token: Token, book: Book): number | undefined {
  const own = token.status === 'active' ? token.slotId : null;
  const starts = book.slots
    .filter(({ id, status }) => id === own || (id === token.lostSlotId && status === 'open'))
    .map((slot) => slot.startsAt + slot.delayMinutes * MINUTE);
  return starts.length > 0 ? Math.min(...starts) : undefined;
}

/** R10, in every respect: no worse priority, displaced if the other was, and longer on the list. */
function isBetterOnList(a: ListedToken, b: ListedToken): boolean {
  const lost = Number(a.status === 'displaced') >= Number(b.status === 'displaced');
  const longer = a.listedAt <= b.listedAt && a.listSequence < b.listSequence;
  return a.priority <= b.priority && lost && longer;
}

/** R9, R10: was a seat given while somebody better, and allowed the same seat, stayed on the list? */
function isPassingOver(event: TokenEvent, { book }: Decision): boolean {
  const { before } = event;
  if (!before || !isListed(before)) return false;
  // A seat in overflow is for emergencies only, and a wish binds to one slot (R8).
  const rivals = book.tokens.filter(isListed).filter((other) => other.wishedSlotId === null);
  const mayHaveHadIt = (other: ListedToken): boolean =>
    (other.checkedInAt !== null || before.checkedInAt === null) &&
    (before.source !== 'emergency' || other.source === 'emergency');
  return rivals.some(
    (other) => other.id !== before.id && mayHaveHadIt(other) && isBetterOnList(other, before),
  );
}
