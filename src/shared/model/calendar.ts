import type { Instant, ServiceDay } from './time';

/** What is kept as minutes of the local day, in instants; and what a day of the calendar is. */
export interface Calendar {
  instantOf(day: ServiceDay, minute: number, timeZone: string): Instant;
  /** ISO weekday: Monday is 1. */
  weekdayOf(day: ServiceDay): number;
  daysAfter(day: ServiceDay, days: number): ServiceDay;
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
