import { randomInt, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../../shared/model/time';
import { fail, ok, type Result } from '../../shared/result';

const CODE_LASTS_MS = 5 * 60_000;
const WRONG_TRIES = 5;
const WRONG_TRIES_WITHIN_MS = 60_000;

/**
 * Codes to pair a device with: six digits, one at a time, for five minutes and one use. They live in memory only.
 * Five wrong tries a minute in all are allowed, so that a million codes cannot be tried out.
 */
export interface PairingCodes<T> {
  /** A new code for this; the one before is worth nothing any more. */
  start(what: T, now: Instant): { code: string; expiresAt: Instant };
  stop(): void;
  /**
   * What the code stands for; it cannot be used again, unless it `fits` not.
   * Errors: TOO_EARLY too many wrong tries, NOT_FOUND, FORBIDDEN it does not fit.
   */
  use(code: string, now: Instant, fits: (what: T) => boolean): Result<T>;
}

export function pairingCodes<T>(): PairingCodes<T> {
  let pending: { code: string; expiresAt: Instant; what: T } | null = null;
  let wrong: Instant[] = [];

  return {
    start(what, now) {
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      pending = { code, expiresAt: now + CODE_LASTS_MS, what };
      return { code, expiresAt: pending.expiresAt };
    },
    stop() {
      pending = null;
    },
    use(code, now, fits) {
      wrong = wrong.filter((at) => now - at < WRONG_TRIES_WITHIN_MS);
      const [oldest] = wrong;
      if (oldest !== undefined && wrong.length >= WRONG_TRIES) {
        return fail('TOO_EARLY', 'Too many wrong codes. Please wait a minute.', {
          notBefore: oldest + WRONG_TRIES_WITHIN_MS,
        });
      }
      const found = pending;
      if (found === null || now >= found.expiresAt || !isSame(found.code, code)) {
        wrong.push(now);
        return fail('NOT_FOUND', 'That code is not right, or it is too old. Ask for a new one at the desk.');
      }
      if (!fits(found.what)) {
        return fail(
          'FORBIDDEN',
          'This code is for a booking site: give it to that program, not to a browser.',
        );
      }
      pending = null;
      return ok(found.what);
    },
  };
}

/** Takes the same time wherever the difference is. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
