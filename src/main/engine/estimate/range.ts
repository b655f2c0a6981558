import type { Book } from '../../../shared/model/book';
import { type Instant, MINUTE } from '../../../shared/model/time';
import type { WaitToday } from '../../../shared/model/wait';
import { afterWork, endOfHours } from './course';
import { calibrate, type PaceModel } from './pace';
import type { Turn } from './project';

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** When somebody is called. A range to show; never a promise. */
export interface Estimate {
  /** The range to show, minutes from now: multiples of 5, `fromMinutes` ≤ `toMinutes`. */
  readonly fromMinutes: number;
  readonly toMinutes: number;
  /** The same by the clock, on the five minutes. */
  readonly from: Instant;
  readonly to: Instant;
  /** Whether all of it, some of it or nothing of it lies within the doctor's hours. The range never ends after them. */
  readonly today: WaitToday;
  /** The middle of it, milliseconds from now. */
  readonly expectedMs: number;
  /** What it is made of: see {@link queuePart}. */
  readonly turn: Turn;
  /** The queue's part before the clinic's own experience corrected it: what `learn` wants to hear of. */
  readonly rawMs: number;
  /** The range before rounding, and before the doctor's hours end: what should hold eight times in ten. Minutes. */
  readonly range: Range;
}

/** The range before the clinic has data of its own: P10 and P90 of (actual + 3) / (predicted + 3). */
const FIRST_RANGE: Range = { from: 0.65, to: 1.8 };
/** So many waits must have been seen before their spread is believed. */
const RATIOS_NEEDED = 40;
/** Nothing is said more exactly than this. */
const STEP = 5 * MINUTE;

/**
 * Makes an estimate of a turn and of the queue's part of it as foreseen. That part alone is corrected by experience and
 * uncertain: what comes before it, and the pauses within, are as sure as the clock.
 */
export function shower(book: Book, now: Instant, pace: PaceModel): (turn: Turn, rawMs: number) => Estimate {
  const quantiles = spread(pace);
  const end = endOfHours(book);
  return (turn, rawMs) => {
    const minutes = calibrate(rawMs / MINUTE, pace);
    const queue = rangeOf(minutes, quantiles);
    const at = (part: number): Instant => afterWork(turn.pauses, turn.base, part * MINUTE);
    const from = at(queue.from);
    const to = at(queue.to);
    return {
      ...shown({ from, to }, turn.base, now, end),
      expectedMs: Math.round(at(minutes) - now),
      turn,
      rawMs,
      range: { from: (from - now) / MINUTE, to: (to - now) / MINUTE },
    };
  };
}

/**
 * Rounded outwards to steps of five minutes, by length and by the clock; never before `earliest`, and never after the
 * end of the doctor's hours, as long as those last.
 */
export function shown(
  range: Range,
  earliest: Instant,
  now: Instant,
  end: Instant | undefined,
): Pick<Estimate, 'fromMinutes' | 'toMinutes' | 'from' | 'to' | 'today'> {
  const last = end !== undefined && end > now ? end : Infinity;
  const within = (origin: Instant): { from: number; to: number; fits: boolean } => {
    const down = Math.floor((range.from - origin) / STEP);
    const soonest = Math.ceil((earliest - origin) / STEP);
    const latest = Math.floor((last - origin) / STEP);
    const from = Math.max(down, soonest);
    const to = Math.max(from, Math.ceil((range.to - origin) / STEP), Math.ceil((now - origin) / STEP + 1));
    return { from: Math.min(from, latest), to: Math.min(to, latest), fits: from < latest };
  };
  const byLength = within(now);
  const byClock = within(0);
  const today: WaitToday =
    end !== undefined && end <= now ? 'maybe' : range.to <= last ? 'yes' : byLength.fits ? 'maybe' : 'no';
  return {
    fromMinutes: (byLength.from * STEP) / MINUTE,
    toMinutes: (byLength.to * STEP) / MINUTE,
    from: byClock.from * STEP,
    to: byClock.to * STEP,
    today,
  };
}

/** P10 and P90 of (actual + 3) / (predicted + 3) among the latest waits; undefined while there are too few. */
function spread({ ratios }: PaceModel): Range | undefined {
  if (ratios.length < RATIOS_NEEDED) return undefined;
  const inOrder = Float64Array.from(ratios).sort();
  return { from: quantile(inOrder, 0.1), to: quantile(inOrder, 0.9) };
}

/** By linear interpolation between the order statistics at (n + 1)p (Weibull; type 6 of Hyndman and Fan, 1996). */
export function quantile(inOrder: ArrayLike<number>, share: number): number {
  const place = Math.min(inOrder.length, Math.max(1, (inOrder.length + 1) * share));
  const below = inOrder[Math.floor(place) - 1] ?? 0;
  const above = inOrder[Math.ceil(place) - 1] ?? below;
  return below + (above - below) * (place % 1);
}

/** Of the queue's part. Minutes, not yet rounded. */
export function rangeOf(minutes: number, quantiles: Range = FIRST_RANGE): Range {
  const from = Math.max(0, (minutes + 3) * quantiles.from - 3);
  return { from, to: Math.max(from, (minutes + 3) * quantiles.to - 3) };
}
