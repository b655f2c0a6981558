import type { Book } from '../../shared/model/book';
import type { QueuePlace } from '../../shared/model/reason';
import { MINUTE } from '../../shared/model/time';
import { type ActiveToken, isListed, type Stage, type Token } from '../../shared/model/token';
import type { QueueEntry } from '../../shared/model/view';
import type { Context } from './context';
import { isEmergency } from './place';
import { startOf } from './timing';

interface Ranked {
  readonly token: Token;
  readonly place: QueuePlace;
  /** Compared from left to right, lower first. */
  readonly rank: readonly number[];
}

/**
 * R18, R19: who will be called, in order, each with the reason of the place. Those called, in consultation or
 * still held back are not in it; nor is the waiting list, emergencies who are here excepted.
 */
export function doctorQueue(book: Pick<Book, 'slots' | 'tokens' | 'calls'>, context: Context): QueueEntry[] {
  const starts = new Map(book.slots.map((slot) => [slot.id, startOf(slot)]));
  const here = book.tokens.filter((token) => token.checkedInAt !== null);
  const ready = here.filter(isInStage('checked_in'));
  const waiting = here.filter((token) => isListed(token) && isEmergency(token));
  const emergencies = [...ready.filter(isEmergency), ...waiting];
  const others = ready.filter((token) => !isEmergency(token));
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
  return ranked.sort(byRank).map(({ token, place }) => ({ tokenId: token.id, place }));
}

function isInStage(stage: Stage): (token: Token) => token is ActiveToken {
  return (token): token is ActiveToken => token.status === 'active' && token.stage === stage;
}

function rankEmergency(token: Token): Ranked {
  const since = token.checkedInAt ?? 0;
  return { token, place: { code: 'emergency', since }, rank: [0, since, token.sequence] };
}

function rankHeldBack(token: ActiveToken): Ranked {
  const since = token.lastCalledAt ?? token.checkedInAt ?? 0;
  const place = { code: 'held_back_due', since } as const;
  return { token, place, rank: [1, token.heldAtCall ?? 0, since, token.sequence] };
}

/** R18: fair score for those whose slot has begun, then by slot; or strictly by slot and priority. */
function rankBySlot(token: ActiveToken, slotStart: number, { now, rules }: Context): Ranked {
  const checkedIn = token.checkedInAt ?? 0;
  if (rules.callOrder === 'strict' || slotStart > now) {
    const place = { code: 'slot_order', slotStart } as const;
    return { token, place, rank: [3, slotStart, token.priority, checkedIn, token.sequence] };
  }
  const target = token.source === 'emergency' ? 1 : rules.targetMinutes[token.source];
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
