import type { Book } from '../../../shared/model/book';
import type { SlotId, TokenId } from '../../../shared/model/ids';
import { type Instant, MINUTE } from '../../../shared/model/time';
import { type ActiveToken, isListed, type ListedToken, type Token } from '../../../shared/model/token';
import type { Context } from '../context';
import { viewSlots } from '../slot-view';
import { endOf, startOf } from '../timing';
import { waitingInOrder } from '../waiting';
import { type DoctorPace, showRate } from './pace';

/** A seat that somebody on the waiting list will be given, as far as one can tell. */
export interface Promotion {
  readonly at: Instant;
  readonly slotStart: Instant;
}

/** Of those who come, how many come only after their slot has begun. */
const LATE_SHARE = 0.15;

/**
 * R9, R13: when the time of those who do not come is over, their seats go to the list in its order. Whoever stands so
 * high that as many seats are expected to be freed has one from then on.
 */
export function expectPromotions(
  book: Book,
  context: Context,
  doctor: DoctorPace,
): ReadonlyMap<TokenId, Promotion> {
  const promotions = new Map<TokenId, Promotion>();
  if (!book.tokens.some(isListed)) return promotions;
  const awaited = new Map<SlotId, number>();
  for (const token of book.tokens) {
    if (isAwaited(token)) awaited.set(token.slotId, (awaited.get(token.slotId) ?? 0) + 1);
  }
  let listed: readonly ListedToken[] | undefined;
  let seats = 0;
  for (const slot of viewSlots(book, context)) {
    const slotStart = startOf(slot);
    const at = Math.max(context.now, slotStart + context.rules.noShowTimeoutMinutes * MINUTE);
    if (slot.status === 'closed' || at >= endOf(slot)) continue;
    const lost = (awaited.get(slot.id) ?? 0) * (1 - chanceToCome(doctor, context.now - slotStart));
    seats += Math.max(0, lost - Math.max(0, slot.used - slot.capacity));
    // The nearest whole number: half a seat is as likely one as none.
    if (Math.round(seats) <= promotions.size) continue;
    listed ??= waitingInOrder(book.tokens, context);
    for (const { id } of listed.slice(promotions.size, Math.round(seats)))
      promotions.set(id, { at, slotStart });
  }
  return promotions;
}

/** Has a seat, and is not here yet. */
export function isAwaited(token: Token): token is ActiveToken {
  return token.status === 'active' && token.checkedInAt === null;
}

/** The chance that somebody with a seat, not here `lateMs` after the slot began, still comes (Bayes). */
export function chanceToCome(doctor: DoctorPace, lateMs: number): number {
  const rate = Math.min(1, showRate(doctor));
  if (lateMs <= 0) return rate;
  const late = rate * LATE_SHARE;
  return late / (late + 1 - rate || 1);
}
