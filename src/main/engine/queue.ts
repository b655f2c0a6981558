import type { Book } from '../../shared/model/book';
import type { QueuePlace } from '../../shared/model/reason';
import { MINUTE } from '../../shared/model/time';
import {
  type ActiveToken,
  isListed,
  type ListedToken,
  type Source,
  type Stage,
  type Token,
} from '../../shared/model/token';
import type { QueueEntry } from '../../shared/model/view';
import type { Context } from './context';
import { isEmergency } from './place';
import { startOf } from './timing';

/** A token with its place in the queue. */
interface Ranked {
  readonly token: ActiveToken | ListedToken;
  readonly place: QueuePlace;
  /** Compared from left to right, lower first. */
  readonly rank: readonly number[];
}

/**
 * R18, R19: who will be called, in order, each with the reason of the place. Those called, in consultation or
 * still held back are not in it; nor is the waiting list, emergencies who are here excepted.
 */
export function doctorQueue(book: QueueBook, context: Context): QueueEntry[] {
  return rankQueue(book, context).map(({ token, place }) => ({ tokenId: token.id, place }));
}

/** What the queue is made of. */
type QueueBook = Pick<Book, 'slots' | 'tokens' | 'calls'>;

/** {@link doctorQueue} with the tokens themselves. */
export function rankQueue(book: QueueBook, context: Context): Ranked[] {
  const starts = new Map(book.slots.map((slot) => [slot.id, startOf(slot)]));
  const here = book.tokens.filter((token) => token.checkedInAt !== null);
  const ready = here.filter(isInStage('checked_in'));
  const waiting = here.filter(isListed).filter(isEmergency);
  const emergencies = [...ready.filter(isEmergency), ...waiting];
  const others = ready.filter(hasTarget);
  const held = here.filter(isInStage('on_hold'));
  const nobodyElse = emergencies.length + others.length === 0;
  const due = held.filter(
    (token) => nobodyElse || book.calls - (token.heldAtCall ?? 0) >= context.rules.heldBackCalls,
  );
  const ranked: Ranked[] = [
    ...emergencies.map(rankEmergency),
    ...due.map(rankHeldBack),
    ...others.map((token) => rankBySlot(token, starts.get(token.slotId) ?? 0, context)),
  ];
  return ranked.sort(byRank);
}

function isInStage(stage: Stage): (token: Token) => token is ActiveToken {
  return (token): token is ActiveToken => token.status === 'active' && token.stage === stage;
}

/** R18: all kinds but emergencies have a target. */
type Ordinary = ActiveToken & { source: Exclude<Source, 'emergency'> };
function hasTarget(token: ActiveToken): token is Ordinary {
  return !isEmergency(token);
}

function rankEmergency(token: ActiveToken | ListedToken): Ranked {
  const since = token.checkedInAt ?? 0;
  return { token, place: { code: 'emergency', since }, rank: [0, since, token.sequence] };
}

function rankHeldBack(token: ActiveToken): Ranked {
  const since = token.lastCalledAt ?? token.checkedInAt ?? 0;
  const place = { code: 'held_back_due', since } as const;
  return { token, place, rank: [1, token.heldAtCall ?? 0, since, token.sequence] };
}

/** R18: fair score for those whose slot has begun, then by slot; or strictly by slot and priority. */
function rankBySlot(token: Ordinary, slotStart: number, { now, rules }: Context): Ranked {
  const checkedIn = token.checkedInAt ?? 0;
  if (rules.callOrder === 'strict' || slotStart > now) {
    const place = { code: 'slot_order', slotStart } as const;
    return { token, place, rank: [3, slotStart, token.priority, checkedIn, token.sequence] };
  }
  const target = rules.targetMinutes[token.source];
  const waitedMs = Math.max(0, now - Math.max(checkedIn, slotStart));
  const score = waitedMs / (target * MINUTE);
  const place = { code: 'fair_share', waitedMs, targetMinutes: target, score } as const;
  return { token, place, rank: [2, -score, target, checkedIn, token.sequence] };
}

function byRank(a: Ranked, b: Ranked): number {
  for (const [index, value] of a.rank.entries()) {
    const difference = value - (b.rank[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.token.id < b.token.id ? -1 : 1;
}
