import type { Instant } from '../../../shared/model/time';
import type { Context } from '../context';
import { compareRanks } from '../ranks';
import { groups, type Job } from './jobs';

/** The moment of a call, and how many others were called by then from now on (R19). */
export interface Moment {
  readonly at: Instant;
  readonly calls: number;
}

/**
 * R18, R19, R26: below 0 if call next takes `a` before `b` at that moment; of those who are not here yet, who comes
 * first. The same order as `engine/queue.ts`, which ranks a book as it is; a test plays both.
 */
export function compareJobs(a: Job, b: Job, { at, calls }: Moment, { rules }: Context): number {
  const aHere = a.readyAt <= at;
  const bHere = b.readyAt <= at;
  if (!aHere || !bHere) {
    if (aHere !== bHere) return aHere ? -1 : 1;
    return a.readyAt - b.readyAt || a.group - b.group || byOrder(a, b);
  }
  const aGroup = groupAt(a, { at, calls });
  const bGroup = groupAt(b, { at, calls });
  if (aGroup !== bGroup) return aGroup - bGroup;
  if (aGroup === groups.emergency) return a.checkedIn - b.checkedIn || byOrder(a, b);
  if (aGroup !== groups.seat) return byOrder(a, b);
  const fair = rules.callOrder === 'fair';
  const aBegun = fair && a.slotStart <= at;
  const bBegun = fair && b.slotStart <= at;
  if (aBegun !== bBegun) return aBegun ? -1 : 1;
  return aBegun ? byFairScore(a, b, at) : bySlot(a, b);
}

function groupAt({ group, seatAt, callsToGo }: Job, { at, calls }: Moment): number {
  if (callsToGo > calls) return NOT_DUE;
  return group === groups.list && seatAt <= at ? groups.seat : group;
}

/** R19: who is held back and not due comes after the waiting list. */
const NOT_DUE = groups.list + 1;

function byFairScore(a: Job, b: Job, at: Instant): number {
  return score(b, at) - score(a, at) || a.targetMs - b.targetMs || a.checkedIn - b.checkedIn || byOrder(a, b);
}

function score({ checkedIn, slotStart, targetMs, rankedAt }: Job, at: Instant): number {
  return Math.max(0, Math.max(at, rankedAt) - Math.max(checkedIn, slotStart)) / targetMs;
}

/** R18: of those whose slot is still ahead, and of all where calls are `strict`. */
export function bySlot(a: Job, b: Job): number {
  return (
    a.slotStart - b.slotStart ||
    a.token.priority - b.token.priority ||
    a.need - b.need ||
    a.checkedIn - b.checkedIn ||
    byOrder(a, b)
  );
}

/** Where nothing else decides. */
export function byOrder(a: Job, b: Job): number {
  return compareRanks(a.order, b.order);
}
