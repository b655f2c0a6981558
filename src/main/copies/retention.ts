import type { Instant, ServiceDay } from '../../shared/model/time';
import { calendar, daysAfter, hourAt, serviceDayAt } from '../app/time/calendar';

export interface KeptCopy {
  readonly file: string;
  readonly madeAt: Instant;
  readonly size: number;
  readonly proved: boolean;
}

export interface Keeping {
  readonly now: Instant;
  readonly timeZone: string;
  readonly dayStartsAtMinute: number;
  /** Bytes that the copies of a place may take. */
  readonly limit: number;
  /** The copy that was just made. */
  readonly made: string;
}

/** How many of each are kept: hours, days, weeks and months in which a copy was made, however long ago that was. */
const TIERS = { hour: 24, day: 14, week: 8, month: 12 };
type Tier = keyof typeof TIERS;
const finestFirst: readonly Tier[] = ['hour', 'day', 'week', 'month'];
/** Clocks that are put right by a few seconds make no copy one of the future. */
const SLACK_MS = 5 * 60_000;

/** Dated later than now: it was made while the clock was wrong, or the clock is wrong now. */
export const isOfFuture = (madeAt: Instant, now: Instant): boolean => madeAt > now + SLACK_MS;

/**
 * The copies of a place that go. Of each hour, day, week and month the latest stays; what is still too much goes from the
 * oldest of the finest on. Counted are stretches that have a copy, not time: a clock that runs away lets none grow old.
 * Never the one just made, nor the latest proved one; and one of the future neither goes nor counts.
 */
export function copiesToRemove(all: readonly KeptCopy[], keeping: Keeping): string[] {
  const past = all
    .filter(({ madeAt }) => !isOfFuture(madeAt, keeping.now))
    .sort((one, other) => other.madeAt - one.madeAt || (one.file < other.file ? 1 : -1));
  const protectedFiles = new Set([keeping.made, past.find(({ proved }) => proved)?.file]);
  const tiers = new Map<string, Tier>();
  for (const tier of finestFirst) {
    // A coarser one takes it over: it stays longer.
    for (const { file } of latestOfEach(past, tier, keeping)) tiers.set(file, tier);
  }
  const stays = past.filter(({ file }) => tiers.has(file) || protectedFiles.has(file));
  let size = stays.reduce((sum, copy) => sum + copy.size, 0);
  const oldestOfFinest = finestFirst.flatMap((tier) =>
    stays.filter(({ file }) => tiers.get(file) === tier && !protectedFiles.has(file)).reverse(),
  );
  const gone = new Set(past.filter((copy) => !stays.includes(copy)).map(({ file }) => file));
  for (const copy of oldestOfFinest) {
    if (size <= keeping.limit) break;
    gone.add(copy.file);
    size -= copy.size;
  }
  return [...gone];
}

function latestOfEach(newestFirst: readonly KeptCopy[], tier: Tier, keeping: Keeping): KeptCopy[] {
  const latest = new Map<string, KeptCopy>();
  for (const copy of newestFirst) {
    const stretch = stretchOf(copy.madeAt, tier, keeping);
    if (!latest.has(stretch)) latest.set(stretch, copy);
  }
  return [...latest.values()].slice(0, TIERS[tier]);
}

/** A name for the clinic's hour, day, week or month. */
function stretchOf(madeAt: Instant, tier: Tier, { timeZone, dayStartsAtMinute }: Keeping): string {
  const day: ServiceDay = serviceDayAt(madeAt, timeZone, dayStartsAtMinute);
  if (tier === 'hour') return `${day} ${hourAt(madeAt, timeZone)}`;
  if (tier === 'day') return day;
  if (tier === 'week') return daysAfter(day, 1 - calendar.weekdayOf(day));
  return day.slice(0, 7);
}
