import type { BookView } from '../../../shared/model/book-view';
import type { DoctorSummary } from '../../../shared/model/doctor-summary';
import type { PrintJob } from '../../../shared/model/print-job';
import type { AppError, Result } from '../../../shared/result';
import { share } from './share';

/** What is held of one query: the last good answer stays while the next does not come. */
export interface Held<T> {
  readonly value: T | undefined;
  /** Why the latest answer did not come; undefined: it did. */
  readonly error: AppError | undefined;
  /** Fetches that failed in a row. */
  readonly failures: number;
  /** How often everything had changed when `value` was asked for. */
  readonly generation: number;
}

export const nothing: Held<never> = { value: undefined, error: undefined, failures: 0, generation: 0 };

interface Revisioned {
  readonly serviceDay: string;
  readonly revision: number;
}

/**
 * Whether an answer may replace what is held. Within one day an older revision may not; the same revision is welcome:
 * phases and waits move with the clock alone.
 */
export function isFresh(held: Revisioned | undefined, incoming: Revisioned): boolean {
  return held === undefined || held.serviceDay !== incoming.serviceDay || incoming.revision >= held.revision;
}

/** Whether an event tells something that is not held yet: the next revision, or a gap. */
export function isNews(held: Revisioned | undefined, event: Revisioned): boolean {
  if (held === undefined) return true;
  if (held.serviceDay !== event.serviceDay) return event.serviceDay > held.serviceDay;
  return event.revision > held.revision;
}

/** How an answer joins what is held of the same query since everything changed last; most just replace it. */
const joined: Readonly<Record<string, (held: unknown, incoming: unknown) => unknown>> = {
  'books.view': (held, incoming) => {
    const book = newer(held as BookView, incoming as BookView);
    return book === held ? held : share(held as BookView, book);
  },
  'doctors.summaries': (held, incoming) =>
    (incoming as DoctorSummary[]).map((summary) => {
      const known = (held as DoctorSummary[]).find((one) => one.doctor.id === summary.doctor.id);
      return known === undefined ? summary : newer(known, summary);
    }),
  // An answer may be older than an event that overtook it.
  'slips.job': (held, incoming) =>
    (held as PrintJob).updatedAt > (incoming as PrintJob).updatedAt ? held : incoming,
};

function newer<T extends Revisioned>(held: T, incoming: T): T {
  return isFresh(held, incoming) ? incoming : held;
}

/**
 * What is held after an answer.
 * @param askedIn how often everything had changed when it was asked for
 * @param generation the same, now: an answer asked for before everything changed (another database, another day) is
 * stale whatever its revision
 */
export function take<T>(
  name: string,
  held: Held<T>,
  answer: Result<T>,
  askedIn: number,
  generation: number,
): Held<T> {
  if (!answer.ok) return { ...held, error: answer.error, failures: held.failures + 1 };
  if (askedIn !== generation) return held;
  const isSameWorld = held.value !== undefined && held.generation === generation;
  const join = isSameWorld ? joined[name] : undefined;
  const value = join === undefined ? answer.value : (join(held.value, answer.value) as T);
  const isSame = value === held.value && held.error === undefined && held.generation === generation;
  return isSame ? held : { value, error: undefined, failures: 0, generation };
}
