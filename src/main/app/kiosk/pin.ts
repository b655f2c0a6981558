import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { fail, ok, type Result } from '../../../shared/result';
import type { Store } from '../../store/store';
import type { Caller } from '../access/caller';
import type { Clock } from '../time/clock';

const KEY = 'kiosk.pin';
/** What every copy of the app comes with, until the clinic chooses its own. */
const FACTORY_PIN = '2580';
/** About a tenth of a second and 32 MB a try, off the main thread. */
const COST: ScryptOptions = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const HASH_BYTES = 32;
const IN_CLEAR = /^\d{4,8}$/;

/** So many wrong ones in a row, and nobody at that screen may try for a while: each time twice as long. */
const WRONG_PINS = 5;
const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 16 * 60_000;

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** Whether the clinic has not chosen a PIN of its own yet. */
export async function isFactoryPin(store: Store): Promise<boolean> {
  return (await storedPin(store)) === null;
}

/** Keeps a hash with a salt of its own; the PIN itself is written nowhere. */
export async function changePin(store: Store, pin: string): Promise<void> {
  await store.saveMeta(KEY, pin === FACTORY_PIN ? '' : await hashed(pin, randomBytes(16)));
}

/** A PIN that an older version kept in clear is hashed. */
export async function hidePin(store: Store): Promise<void> {
  await storedPin(store);
}

/** Salt and hash; null: the factory's PIN. */
async function storedPin(store: Store): Promise<string | null> {
  const kept = await store.meta(KEY);
  if (kept === undefined || kept === '') return null;
  if (!IN_CLEAR.test(kept)) return kept;
  await changePin(store, kept);
  return storedPin(store);
}

async function hashed(pin: string, salt: Buffer): Promise<string> {
  const hash = await derive(pin, salt, HASH_BYTES, COST);
  return `scrypt:${salt.toString('base64')}:${hash.toString('base64')}`;
}

async function isRight(store: Store, pin: string): Promise<boolean> {
  const kept = await storedPin(store);
  if (kept === null) return pin === FACTORY_PIN;
  const salt = Buffer.from(kept.split(':')[1] ?? '', 'base64');
  return timingSafeEqual(Buffer.from(await hashed(pin, salt)), Buffer.from(kept));
}

type Check = (pin: string, caller: Caller) => Promise<Result<Record<string, never>>>;

/**
 * Compares what was typed with the PIN. A try counts as wrong until it was found right, so that many at once gain
 * nothing; each screen has a count of its own, so that no tablet shuts out the others. Errors: FORBIDDEN, TOO_EARLY.
 */
export function pinCheck({ store, clock }: { readonly store: Store; readonly clock: Clock }): Check {
  const tries = new Map<string, { wrong: number; pausedUntil: number }>();
  return async (pin, { screen, device }) => {
    const who = device?.id ?? screen;
    const { wrong, pausedUntil } = tries.get(who) ?? { wrong: 0, pausedUntil: 0 };
    const now = clock.now();
    if (now < pausedUntil) {
      const minutes = Math.ceil((pausedUntil - now) / 60_000);
      const message = `Too many wrong PINs. Please wait ${minutes} min.`;
      return fail('TOO_EARLY', message, { notBefore: pausedUntil, minutes });
    }
    const count = wrong + 1;
    tries.set(who, { wrong: count, pausedUntil: count % WRONG_PINS === 0 ? now + pauseAfter(count) : 0 });
    if (!(await isRight(store, pin))) return fail('FORBIDDEN', 'That PIN is not right.');
    tries.delete(who);
    return ok({});
  };
}

function pauseAfter(wrong: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (wrong / WRONG_PINS - 1));
}
