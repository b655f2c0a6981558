import type { Book } from '../../shared/model/book';
import { type Instant, MINUTE } from '../../shared/model/time';
import { isListed } from '../../shared/model/token';
import { rankTime } from './arrival';
import { onBreakUntil } from './commands/delay';
import type { Context } from './context';
import { type Ranked, rankQueue } from './queue';
import { endOf, startOf } from './timing';
import { agesAt } from './waiting';

/**
 * R18, R10: until when the queue and the list stay in their order if nothing but time goes by. Waited shares grow along
 * straight lines, so that the first to overtake anybody is one who stands right behind.
 */
export function orderHoldsUntil(book: Book, context: Context): Instant {
  const { now, rules } = context;
  const at = rankTime(book.tokens, now);
  // Of a clock that was set back everybody stands still until it has caught up.
  const changes: Instant[] = at > now ? [at] : [];
  const queue = rankQueue(book, context);
  for (const [index, ranked] of queue.entries()) {
    const { place } = ranked;
    if (place.code === 'slot_order' && rules.callOrder !== 'strict') changes.push(place.slotStart);
    const next = queue[index + 1];
    if (next) changes.push(at + overtakesIn(ranked, next));
  }
  for (const token of book.tokens) if (isListed(token)) changes.push(agesAt(token, rules, at));
  return soonest(changes, now);
}

/** When it will have waited as large a share of its target as the one before it; a little earlier, for what is rounded. */
function overtakesIn({ place: before }: Ranked, { place }: Ranked): number {
  if (before.code !== 'fair_share' || place.code !== 'fair_share') return Infinity;
  const [target, own] = [before.targetMinutes, place.targetMinutes];
  if (own >= target) return Infinity;
  return Math.max(0, Math.floor((before.waitedMs * own - place.waitedMs * target) / (target - own)) - 1);
}

/** R2, R22: the next moment at which a slot begins or ends, or the doctor is back from a break. */
export function phasesHoldUntil(book: Book, { now }: Pick<Context, 'now'>): Instant {
  const changes = book.slots.flatMap((slot) => [startOf(slot), endOf(slot)]);
  return soonest([...changes, onBreakUntil(book, now) ?? Infinity], now);
}

/** What is expected of waits is told by the minute. */
export function minuteHoldsUntil({ now }: Pick<Context, 'now'>): Instant {
  return (Math.floor(now / MINUTE) + 1) * MINUTE;
}

/** Of what is still ahead; a change that is due now holds for this moment alone. */
function soonest(changes: readonly Instant[], now: Instant): Instant {
  let first = Infinity;
  for (const at of changes) if (at >= now) first = Math.min(first, at);
  return first;
}
