import type { Book } from '../../shared/model/book';
import { isTokenEvent, type TokenEvent } from '../../shared/model/event';
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
}

export const noViolations = (): Violations => ({ capacity: 0, inversions: 0, emergenciesPassedOver: 0 });

/** Adds what one decision did wrong. */
export function countViolations(sum: Violations, decision: Decision, context: Context, policy: Policy): void {
  if (isOverfull(decision.book, context.rules)) sum.capacity += 1;
  for (const event of decision.events) {
    if (!isTokenEvent(event)) continue;
    if (event.type === 'tokenCalled') countCall(sum, event, decision.book, context.rules, policy);
    if (event.type === 'tokenPromoted' && isPassingOver(event, decision)) sum.inversions += 1;
  }
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

function countCall(
  sum: Violations,
  event: TokenEvent,
  book: Book,
  rules: RuleSettings,
  policy: Policy,
): void {
  if (event.after.source === 'emergency' || event.after.status !== 'active') return;
  const others = book.tokens.filter((token) => token.id !== event.after.id && isCallable(token));
  if (others.some(({ source }) => source === 'emergency')) sum.emergenciesPassedOver += 1;
  // R19: who stepped back once goes next, whoever came in between.
  if (event.reason.code === 'next_in_queue' && event.reason.place.code === 'held_back_due') return;
  const called = event.before ?? event.after;
  if (others.some((other) => hasBetterClaim(other, called, book, rules, policy))) sum.inversions += 1;
}

/** Here, and free to be called now: in the queue, or waiting without a seat. */
function isCallable(token: Token): token is ActiveToken | ListedToken {
  if (token.checkedInAt === null) return false;
  return isListed(token) || (token.status === 'active' && token.stage === 'checked_in');
}

/**
 * Should `other` have been called before `called`? Only where no rule could say otherwise: here strictly longer, of a
 * kind no less urgent (by priority and by target), and with a slot that starts no later. A seat goes before the
 * waiting list (R18); `fifo` knows neither slots nor seats.
 */
function hasBetterClaim(
  other: Token,
  called: Token,
  book: Book,
  rules: RuleSettings,
  policy: Policy,
): boolean {
  const earlier = (other.checkedInAt ?? Infinity) < (called.checkedInAt ?? 0);
  const urgent = other.priority <= called.priority && targetOf(other, rules) <= targetOf(called, rules);
  if (policy === 'fifo') return earlier && urgent;
  if (isListed(called) && other.status === 'active') return true;
  if (isListed(other)) return isListed(called) && isBetterOnList(other, called);
  return earlier && urgent && slotStart(other, book) <= slotStart(called, book);
}

function targetOf({ source }: Token, rules: RuleSettings): number {
  return source === 'emergency' ? 0 : rules.targetMinutes[source];
}

function slotStart(token: Token, book: Book): number {
  const slot = token.status === 'active' ? book.slots.find(({ id }) => id === token.slotId) : undefined;
  return slot ? slot.startsAt + slot.delayMinutes * MINUTE : 0;
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
