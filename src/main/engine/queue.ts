import type { Book } from '../../shared/model/book';
import type { QueueEntry } from '../../shared/model/book-view';
import type { SlotId } from '../../shared/model/ids';
import type { QueuePlace } from '../../shared/model/reason';
import type { RuleSettings } from '../../shared/model/settings';
import type { Slot } from '../../shared/model/slot';
import { type Instant, MINUTE } from '../../shared/model/time';
import {
  type ActiveToken,
  isListed,
  type ListedToken,
  type Source,
  type Stage,
  type Token,
} from '../../shared/model/token';
import { rankTime } from './arrival';
import type { Context } from './context';
import { busyElsewhere } from './elsewhere';
import { isEmergency } from './place';
import { compareRanks } from './ranks';
import { startOf } from './timing';
import { callableList } from './waiting';

/** A token with its place in the queue. */
export interface Ranked {
  readonly token: ActiveToken | ListedToken;
  readonly place: QueuePlace;
  /** Compared from left to right, lower first. */
  readonly rank: readonly number[];
}

/** What the queue is made of. */
type QueueBook = Pick<Book, 'slots' | 'tokens' | 'calls'>;

/**
 * R18, R19: the doctor's queue, in order, each with the reason of the place. Those called, in consultation or still
 * held back are not in it; nor is the waiting list, but for emergencies who are here and those who lost their seat to
 * one (R6). Who is with another doctor keeps the place (R27).
 */
export function doctorQueue(book: QueueBook, context: Context): QueueEntry[] {
  return rankQueue(book, context).map(({ token, place }) => ({ tokenId: token.id, place }));
}

/** R18: who may be called now, in the order of call next: the queue, the list, who is held back and not due. */
export function callable(book: QueueBook, context: Context): Ranked[] {
  const queue = rankQueue(book, context);
  const ranked = new Set(queue.map(({ token }) => token.id));
  const list = callableList(book.tokens, context)
    .filter(({ id }) => !ranked.has(id))
    .map((token): Ranked => ({ token, place: { code: 'best_waiting', ...needOf(token) }, rank: [] }));
  return [...queue, ...list, ...heldBack(book, context)].filter(
    ({ token }) => busyElsewhere(context, token) === undefined,
  );
}

/** R18: the first of {@link callable}; undefined: nobody may be called. */
export function firstCallable(book: QueueBook, context: Context): Ranked | undefined {
  let first: Ranked | undefined;
  for (const ranked of inQueue(book, context)) {
    if (first && byRank(first, ranked) < 0) continue;
    if (busyElsewhere(context, ranked.token) === undefined) first = ranked;
  }
  // Most of the time somebody of the queue is here: then nobody need know in which order the list stands.
  return first ?? callable(book, context)[0];
}

/** R19: held back and not due yet, in the order of being held back. */
export function heldBack(book: QueueBook, context: Context): Ranked[] {
  return book.tokens
    .filter(isHeldBack)
    .filter((token) => callsToGo(token, book, context) > 0)
    .map((token): Ranked => {
      const toGo = callsToGo(token, book, context);
      const place = { code: 'held_back', since: heldSince(token), callsToGo: toGo } as const;
      return { token, place, rank: rankOfHeld(token) };
    })
    .sort(byRank);
}

/** The queue, each with what it is ranked by. */
export function rankQueue(book: QueueBook, context: Context): Ranked[] {
  return inQueue(book, context).sort(byRank);
}

/** The same in no order: {@link byRank} gives it. */
export function inQueue(book: QueueBook, context: Context): Ranked[] {
  const slots = new Map(book.slots.map((slot) => [slot.id, slot]));
  const ranking = { ...context, at: rankTime(book.tokens, context.now) };
  const ranked: Ranked[] = [];
  for (const token of book.tokens) {
    if (token.checkedInAt === null) continue;
    const here = inLine(token);
    if (here) {
      const kept = hasTarget(here) ? placeKept(here, slots) : undefined;
      if (!hasTarget(here)) ranked.push(rankEmergency(here));
      else if (kept || here.status === 'active') ranked.push(rankBySlot(here, kept, ranking, slots));
    } else if (isHeldBack(token) && callsToGo(token, book, context) === 0) {
      const place = { code: 'held_back_due', since: heldSince(token) } as const;
      ranked.push({ token, place, rank: [1, ...rankOfHeld(token)] });
    }
  }
  return ranked;
}

function isInStage(stage: Stage): (token: Token) => token is ActiveToken {
  return (token): token is ActiveToken => token.status === 'active' && token.stage === stage;
}
const isHeldBack = isInStage('on_hold');
const isReady = isInStage('checked_in');

/** The token if it waits, for a call or for a seat. */
const inLine = (token: Token): ActiveToken | ListedToken | null =>
  isListed(token) || isReady(token) ? token : null;

/** R18: all kinds but emergencies have a target. */
type Ordinary = (ActiveToken | ListedToken) & { source: Exclude<Source, 'emergency'> };
export function hasTarget(token: ActiveToken | ListedToken): token is Ordinary {
  return !isEmergency(token);
}

/** R19: how many others must be called before this one is due. */
export function callsToGo(token: ActiveToken, { calls }: Pick<Book, 'calls'>, { rules }: Context): number {
  return Math.max(0, rules.heldBackCalls - (calls - (token.heldAtCall ?? 0)));
}

function heldSince({ heldAt, lastCalledAt, checkedInAt }: ActiveToken): number {
  return heldAt ?? lastCalledAt ?? checkedInAt ?? 0;
}

/** R19: in the order of being held back. */
export function rankOfHeld(token: ActiveToken): number[] {
  return [heldSince(token), ...rankOfNumber(token)];
}

/** R18, R25: of one number the ordinary goes before the paper one. */
export function rankOfNumber({ sequence, series }: Token): number[] {
  return [sequence, Number(series === 'paper')];
}

function rankEmergency(token: ActiveToken | ListedToken): Ranked {
  const since = token.checkedInAt ?? 0;
  return { token, place: { code: 'emergency', since }, rank: [0, since, ...rankOfNumber(token)] };
}

type Slots = ReadonlyMap<SlotId, Slot>;

/** R6: the slot it lost, by which a token is ranked while that is open, but for its own, if earlier. */
function placeKept(token: Ordinary, slots: Slots): Slot | undefined {
  const lost = token.lostSlotId === null ? undefined : slots.get(token.lostSlotId);
  if (lost?.status !== 'open') return undefined;
  return token.status === 'active' && startOfOwn(token, slots) <= startOf(lost) ? undefined : lost;
}

/** When its own slot starts; a token is not lost with a slot that nobody knows. */
function startOfOwn(token: Ordinary, slots: Slots): number {
  const own = token.status === 'active' ? slots.get(token.slotId) : undefined;
  return own ? startOf(own) : 0;
}

/** R6: the start of the slot by which a token is ranked; undefined: it has none, and is on the list. */
export function rankedFrom(token: Ordinary, slots: Slots): Instant | undefined {
  const lost = placeKept(token, slots);
  if (lost) return startOf(lost);
  return token.status === 'active' ? startOfOwn(token, slots) : undefined;
}

function needOf({ precedence }: Token): { precedence?: NonNullable<Token['precedence']> } {
  return precedence === null ? {} : { precedence };
}

/** R18, R26: how long somebody of this class, or with this need, should wait at most. */
export function targetMinutesOf(token: Ordinary, rules: RuleSettings): number {
  const factor = token.precedence === null ? 1 : rules.precedenceFactor;
  return rules.targetMinutes[token.source] / factor;
}

/** R18: fair score for those whose slot has begun, then by slot; or strictly by slot and priority. `at`: of {@link rankTime}. */
function rankBySlot(
  token: Ordinary,
  kept: Slot | undefined,
  { now, at, rules }: Context & { readonly at: Instant },
  slots: Slots,
): Ranked {
  const checkedIn = token.checkedInAt ?? 0;
  const slotStart = kept ? startOf(kept) : startOfOwn(token, slots);
  const particulars = { ...needOf(token), ...(kept ? { lostSlotId: kept.id } : {}) };
  if (rules.callOrder === 'strict' || slotStart > now) {
    const place = { code: 'slot_order', slotStart, ...particulars } as const;
    const need = Number(token.precedence === null);
    const rank = [3, slotStart, token.priority, need, checkedIn, ...rankOfNumber(token)];
    return { token, place, rank };
  }
  const targetMinutes = targetMinutesOf(token, rules);
  const waitedMs = Math.max(0, at - Math.max(checkedIn, slotStart));
  const score = waitedMs / (targetMinutes * MINUTE);
  const place = { code: 'fair_share', waitedMs, targetMinutes, score, ...particulars } as const;
  return { token, place, rank: [2, -score, targetMinutes, checkedIn, ...rankOfNumber(token)] };
}

/** R18, R19: below 0 if `a` stands before `b` in the queue. */
export function byRank(a: Ranked, b: Ranked): number {
  return compareRanks(a.rank, b.rank) || (a.token.id < b.token.id ? -1 : 1);
}
