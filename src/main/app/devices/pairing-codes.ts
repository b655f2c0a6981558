import { randomInt, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../../../shared/model/time';
import { fail, ok, type Result } from '../../../shared/result';
import type { Environment } from '../environment';

const CODE_LASTS_MS = 5 * 60_000;
const WRONG_TRIES = 5;
const WRONG_TRIES_WITHIN_MS = 60_000;
/** From everywhere, while one code holds: whoever tries this many has one chance in a thousand. */
const WRONG_TRIES_OF_A_CODE = 1_000;
/** Addresses remembered; of more than a clinic has only the latest count. */
const MOST_ADDRESSES = 10_000;

/**
 * Codes to pair a device with: six digits, one at a time, for five minutes and one use. They live in memory only.
 * Each address may be wrong five times a minute, so that a million codes cannot be tried out; who tries elsewhere keeps
 * nobody from typing the right one. A code at which a thousand wrong ones were tried is worth nothing any more. All of it by
 * the time that goes by: a clock that is set lets nobody try more, nor keeps anybody out (R35).
 */
export interface PairingCodes<T> {
  /** A new code for this; the one before is worth nothing any more. */
  start(what: T): { code: string; expiresAt: Instant };
  stop(): void;
  /**
   * What the code stands for; it cannot be used again, unless it `fits` not.
   * @param from the address it is typed at
   * Errors: TOO_EARLY too many wrong tries, NOT_FOUND, FORBIDDEN it does not fit.
   */
  use(code: string, from: string, fits: (what: T) => boolean): Result<UsedCode<T>>;
}

export interface UsedCode<T> {
  readonly what: T;
  /** Nothing came of it: the code may be used again, unless there is a newer one. */
  giveBack(): void;
}

export function pairingCodes<T>(clock: Pick<Environment['clock'], 'now' | 'elapsed'>): PairingCodes<T> {
  let pending: { code: string; holdsUntil: number; what: T } | null = null;
  let wrongTries = 0;
  const wrong = new Map<string, readonly number[]>();

  function noteWrong(from: string, earlier: readonly number[], elapsed: number): void {
    // Put last, so that the first in the map is whoever was wrong longest ago.
    wrong.delete(from);
    wrong.set(from, [...earlier, elapsed]);
    const [longestAgo] = wrong.keys();
    if (wrong.size > MOST_ADDRESSES && longestAgo !== undefined) wrong.delete(longestAgo);
    wrongTries += 1;
    if (wrongTries >= WRONG_TRIES_OF_A_CODE) pending = null;
  }

  return {
    start(what) {
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      pending = { code, holdsUntil: clock.elapsed() + CODE_LASTS_MS, what };
      wrongTries = 0;
      return { code, expiresAt: clock.now() + CODE_LASTS_MS };
    },
    stop() {
      pending = null;
    },
    use(code, from, fits) {
      const elapsed = clock.elapsed();
      const lately = (wrong.get(from) ?? []).filter((at) => elapsed - at < WRONG_TRIES_WITHIN_MS);
      const [oldest] = lately;
      if (oldest !== undefined && lately.length >= WRONG_TRIES) {
        return fail('TOO_EARLY', 'Too many wrong codes. Please wait a minute.', {
          notBefore: Math.round(clock.now() + oldest + WRONG_TRIES_WITHIN_MS - elapsed),
        });
      }
      const found = pending;
      if (found === null || elapsed >= found.holdsUntil || !isSame(found.code, code)) {
        noteWrong(from, lately, elapsed);
        return fail('NOT_FOUND', 'That code is not right, or it is too old. Ask for a new one at the desk.');
      }
      if (!fits(found.what)) {
        return fail(
          'FORBIDDEN',
          'This code is for a booking site: give it to that program, not to a browser.',
        );
      }
      pending = null;
      const giveBack = (): void => {
        pending ??= found;
      };
      return ok({ what: found.what, giveBack });
    },
  };
}

/** Takes the same time wherever the difference is. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
