import type { Book } from '../../shared/model/book';
import { isTokenEvent } from '../../shared/model/event';
import type { TokenId } from '../../shared/model/ids';
import { MINUTE } from '../../shared/model/time';
import { isOpen, type Source, sources, type Token } from '../../shared/model/token';
import type { Context, Decision } from '../engine';
import { countViolations, noViolations, type Violations } from './checks';
import type { DoctorClock } from './doctor-clock';
import type { Observer, Outcomes } from './observer';
import type { Policy } from './policy';

/** Things counted over doctor's days; minutes where the name says so. */
export interface Counts {
  doctorDays: number;
  idleMinutes: number;
  overtimeMinutes: number;
  served: number;
  /** Came, after the token was given up for a no-show. */
  reinstated: number;
  noShows: number;
  /** Lost a seat to an emergency (R5). */
  displaced: number;
  promoted: number;
  /** Called in beyond the seats (R18). */
  extras: number;
  /** Asked for a token and got no consultation, though they neither cancelled nor stayed away with a seat. */
  unseen: number;
  /** Waited in the room when the doctor left, and was never seen. */
  neverSeen: number;
  /** Came, did not leave of their own, and went home without a consultation. */
  inVain: number;
  /** Waited while somebody of their kind who came later was called first. */
  overtaken: number;
  /** Given another slot by moving up. */
  movedUp: number;
}

/** What some simulated days came to. Plain data: it travels between threads, and adds up. */
export interface Sample {
  /** From being here, or the start of the slot first given if that is later, to the first call; minutes. */
  readonly waits: Record<Source, number[]>;
  /** From being here to the first call, minutes, summed up. */
  readonly hereMinutes: Record<Source, number>;
  /** The waits, as above, of those with a need (R26). */
  readonly needWaits: number[];
  readonly counts: Counts;
  readonly violations: Violations;
}

export function newSample(): Sample {
  return {
    waits: bySource(() => []),
    hereMinutes: bySource(() => 0),
    needWaits: [],
    counts: {
      doctorDays: 0,
      idleMinutes: 0,
      overtimeMinutes: 0,
      served: 0,
      reinstated: 0,
      noShows: 0,
      displaced: 0,
      promoted: 0,
      extras: 0,
      unseen: 0,
      neverSeen: 0,
      inVain: 0,
      overtaken: 0,
      movedUp: 0,
    },
    violations: noViolations(),
  };
}

export function bySource<T>(make: (source: Source) => T): Record<Source, T> {
  return Object.fromEntries(sources.map((source) => [source, make(source)])) as Record<Source, T>;
}

/** Several samples as one. */
export function pool(samples: readonly Sample[]): Sample {
  const sum = newSample();
  for (const sample of samples) {
    for (const source of sources) {
      for (const wait of sample.waits[source]) sum.waits[source].push(wait);
      sum.hereMinutes[source] += sample.hereMinutes[source];
    }
    for (const wait of sample.needWaits) sum.needWaits.push(wait);
    addUp(sum.counts, sample.counts);
    addUp(sum.violations, sample.violations);
  }
  return sum;
}

function addUp<T extends { [K in keyof T]: number }>(sum: T, more: T): void {
  for (const key of Object.keys(sum) as (keyof T)[]) sum[key] = (sum[key] + more[key]) as T[keyof T];
}

/** Watches days and adds them to the sample. */
export function tally(sample: Sample, policy: Policy): Observer {
  const { counts } = sample;
  const promisedAt = new Map<TokenId, number>();
  const overtaken = new Set<TokenId>();
  const remember = (book: Book, { id, status, ...token }: Token): void => {
    if (status !== 'active' || promisedAt.has(id) || !('slotId' in token)) return;
    const slot = book.slots.find((one) => one.id === token.slotId);
    if (slot && !token.extra) promisedAt.set(id, slot.startsAt);
  };
  return {
    decided(_before: Book, decision: Decision, context: Context) {
      countViolations(sample.violations, decision, context, policy);
      for (const event of decision.events) {
        if (!isTokenEvent(event)) continue;
        remember(decision.book, event.after);
        if (event.type === 'tokenDisplaced' && event.reason.code === 'gave_way') counts.displaced += 1;
        if (event.type === 'tokenPromoted') counts.promoted += 1;
        if (event.type === 'tokenMoved') counts.movedUp += 1;
        if (event.type === 'tokenReinstated') counts.reinstated += 1;
        if (event.type === 'tokenCalled' && event.reason.code === 'called_extra') counts.extras += 1;
      }
    },
    called(token: Token, { hasNeed }, { now }: Context, waiting: readonly Token[]) {
      const { id, source, checkedInAt } = token;
      const here = checkedInAt ?? now;
      const from = source === 'emergency' ? here : Math.max(here, promisedAt.get(id) ?? 0);
      const wait = Math.max(0, now - from) / MINUTE;
      sample.waits[source].push(wait);
      if (hasNeed) sample.needWaits.push(wait);
      for (const other of waiting) {
        if (isOvertaken(other, token, promisedAt.get(other.id) ?? 0, now)) overtaken.add(other.id);
      }
      sample.hereMinutes[source] += (now - here) / MINUTE;
    },
    ended(book: Book, clock: DoctorClock, { neverSeen, inVain }: Outcomes) {
      counts.doctorDays += 1;
      counts.idleMinutes += clock.idleMs / MINUTE;
      counts.overtimeMinutes += clock.overtimeMs / MINUTE;
      counts.neverSeen += neverSeen;
      counts.inVain += inVain;
      sample.violations.neverSeen += neverSeen;
      for (const token of book.tokens) {
        if (token.status === 'served') counts.served += 1;
        if (token.status === 'no_show') counts.noShows += 1;
        if (isOpen(token)) counts.unseen += 1;
        if (overtaken.delete(token.id)) counts.overtaken += 1;
        promisedAt.delete(token.id);
      }
    },
  };
}

/**
 * Is `other`, who waits, overtaken by the call of `called`: of the same kind, and here later? Not by somebody with a
 * need (R26), nor while their own asked slot, of `promisedAt`, has not begun.
 */
export function isOvertaken(other: Token, called: Token, promisedAt: number, now: number): boolean {
  if (other.source !== called.source || (called.precedence !== null && other.precedence === null))
    return false;
  if (other.wishedSlotId !== null && promisedAt > now) return false;
  return (other.checkedInAt ?? now) < (called.checkedInAt ?? now);
}
