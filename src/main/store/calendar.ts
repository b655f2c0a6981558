import type { Instant, ServiceDay } from '../../shared/model/time';

/** What the store needs to know of time: it keeps minutes of the local day and serves instants. */
export interface Calendar {
  instantOf(day: ServiceDay, minute: number, timeZone: string): Instant;
  /** ISO weekday: Monday is 1. */
  weekdayOf(day: ServiceDay): number;
  /**
   * R2: what is real of a stretch of the day: where the clock skips an hour, the stretch ends before it or begins after
   * it; undefined: nothing is left.
   */
  realPart(day: ServiceDay, stretch: Stretch, timeZone: string): Stretch | undefined;
}

/** Minutes from midnight of a service day. */
export interface Stretch {
  readonly startMinute: number;
  readonly endMinute: number;
}
