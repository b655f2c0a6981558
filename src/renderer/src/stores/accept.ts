interface Revisioned {
  readonly serviceDay: string;
  readonly revision: number;
}

/**
 * Whether a fetched answer may replace what a mirror holds. An answer asked for before everything changed
 * (another database, another day) is stale whatever its revision; within one day an older revision is too.
 * The same revision is welcome: phases and waits move with the clock alone.
 */
export function isFresh(
  held: Revisioned | undefined,
  incoming: Revisioned,
  askedIn: number,
  generation: number,
): boolean {
  if (askedIn !== generation) return false;
  if (held === undefined || held.serviceDay !== incoming.serviceDay) return true;
  return incoming.revision >= held.revision;
}

/** Whether an event tells something the mirror does not show yet: the next revision, or a gap. */
export function isNews(held: Revisioned | undefined, event: Revisioned): boolean {
  if (held === undefined) return true;
  if (held.serviceDay !== event.serviceDay) return event.serviceDay > held.serviceDay;
  return event.revision > held.revision;
}
