import type { Book } from '../../shared/model/book';
import { isTokenEvent } from '../../shared/model/event';
import type { TokenId } from '../../shared/model/ids';
import { MINUTE } from '../../shared/model/time';
import { isOpen, type Source, sources, type Token } from '../../shared/model/token';
import type { Context, Decision } from '../engine';
import { countViolations, noViolations, type Violations } from './checks';
import type { DoctorClock } from './doctor-clock';
import type { Observer } from './doctor-day';
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
}

/** What some simulated days came to. Plain data: it travels between threads, and adds up. */
export interface Sample {
  /** From being here, or the start of the slot first given if that is later, to the first call; minutes. */
  readonly waits: Record<Source, number[]>;
  /** From being here to the first call, minutes, summed up. */
  readonly hereMinutes: Record<Source, number>;
  readonly counts: Counts;
  readonly violations: Violations;
}

export function newSample(): Sample {
  return {
    waits: bySource(() => []),
    hereMinutes: bySource(() => 0),
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
  let promisedAt = new Map<TokenId, number>();
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
        if (event.type === 'tokenReinstated') counts.reinstated += 1;
        if (event.type === 'tokenCalled' && event.reason.code === 'called_extra') counts.extras += 1;
      }
    },
    called({ id, source, checkedInAt }: Token, _patient, { now }: Context) {
      const here = checkedInAt ?? now;
      const from = source === 'emergency' ? here : Math.max(here, promisedAt.get(id) ?? 0);
      sample.waits[source].push(Math.max(0, now - from) / MINUTE);
      sample.hereMinutes[source] += (now - here) / MINUTE;
    },
    ended(book: Book, clock: DoctorClock) {
      counts.doctorDays += 1;
      counts.idleMinutes += clock.idleMs / MINUTE;
      counts.overtimeMinutes += clock.overtimeMs / MINUTE;
      for (const token of book.tokens) {
        if (token.status === 'served') counts.served += 1;
        if (token.status === 'no_show') counts.noShows += 1;
        if (isOpen(token)) counts.unseen += 1;
      }
      promisedAt = new Map();
    },
  };
}
