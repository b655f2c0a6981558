import type { Call } from './call';

/** A call whose turn comes later than this is said once only, so that the queue gets shorter; ms. */
export const SAY_ONCE_AFTER = 60_000;

/**
 * A call whose turn comes later than this is not said: by then the doctor has called again or gone on, and a voice
 * would send somebody to a door where another one stands; ms.
 */
export const SKIP_AFTER = 5 * 60_000;

/** Silence between two announcements, ms. */
export const BETWEEN_CALLS = 800;

export type SkipReason = 'late' | 'silent';

interface Turn {
  /** Whose turn it is; null: nobody waits. */
  readonly next: { readonly call: Call; readonly times: number } | null;
  readonly waiting: readonly Call[];
  readonly skipped: readonly { readonly call: Call; readonly reason: SkipReason }[];
}

/**
 * Puts a call in its place: a recall before all first calls, behind recalls that came earlier. A call of the same
 * token that still waits is replaced; the new one keeps its place if that is the better one.
 */
export function enqueue(waiting: readonly Call[], call: Call): readonly Call[] {
  const earlier = waiting.findIndex(({ number }) => number === call.number);
  const others = waiting.filter(({ number }) => number !== call.number);
  const firstCall = others.findIndex(({ recall }) => !recall);
  const behindRecalls = firstCall === -1 ? others.length : firstCall;
  const own = call.recall ? behindRecalls : others.length;
  const place = earlier === -1 ? own : Math.min(earlier, own);
  return [...others.slice(0, place), call, ...others.slice(place)];
}

/**
 * Whose turn it is now, and how often that call is said.
 * @param now the clinic's time, ms
 * @param manner how often a call is said when nothing is late; `silent`: nothing is said at all
 */
export function takeNext(
  waiting: readonly Call[],
  now: number,
  { times, silent }: { readonly times: number; readonly silent: boolean },
): Turn {
  const skipped: Turn['skipped'][number][] = [];
  for (const [index, call] of waiting.entries()) {
    const age = now - call.at;
    if (silent) skipped.push({ call, reason: 'silent' });
    else if (age > SKIP_AFTER) skipped.push({ call, reason: 'late' });
    else {
      const next = { call, times: age > SAY_ONCE_AFTER ? 1 : times };
      return { next, waiting: waiting.slice(index + 1), skipped };
    }
  }
  return { next: null, waiting: [], skipped };
}
