import type { StationId } from '../../../shared/model/person';
import { fail, ok, type Result } from '../../../shared/result';
import type { PinTries } from '../../store/store';
import type { Environment } from '../environment';
import { afterwards } from '../run/failures';

/** So many wrong ones in a row, and there is a pause: each time twice as long. */
const WRONG_OF_PERSON = 5;
/** Where many people sign in, many mistype; who gets it right begins the count anew. */
const WRONG_AT_STATION = 10;
const FIRST_PAUSE_MS = 60_000;
/** Nobody can keep another out for longer at a time. */
const LONGEST_PAUSE_MS = 16 * 60_000;

/** What wrong PINs are counted by: whose it would be, and where they are typed. */
export interface TryKey {
  readonly key: string;
  readonly most: number;
}

export const ofPerson = (id: string): TryKey => ({ key: `person ${id}`, most: WRONG_OF_PERSON });
export const atStation = (station: StationId): TryKey => ({
  key: `station ${station}`,
  most: WRONG_AT_STATION,
});

/** A kiosk or a board, in public: with as few as of one person. */
export const atDoor = (where: string): TryKey => ({ key: `door ${where}`, most: WRONG_OF_PERSON });
/** Who tries somebody's initials there keeps nobody from signing in at the desk. */
export const ofPersonAtDoor = (id: string): TryKey => ({
  key: `person at a door ${id}`,
  most: WRONG_OF_PERSON,
});

interface Known {
  readonly wrong: number;
  /** By the clock that nobody sets. */
  readonly pausedUntil: number | null;
}

export interface PinGuard {
  /**
   * Lets a PIN be compared. A try counts as wrong until it was found right, so that many at once gain nothing; it is
   * written down before the comparing, so that ending the app gains nothing either. Errors: FORBIDDEN, TOO_EARLY.
   */
  compare(keys: readonly TryKey[], isRight: () => Promise<boolean>): Promise<Result<null>>;
  /** The count begins anew. */
  forgive(key: TryKey): Promise<void>;
}

/**
 * Counts wrong PINs. A pause runs by the time this process has lived, so that setting the computer's clock shortens none;
 * one from before a restart by the computer's clock, and never longer than it was when it began.
 */
export function createPinGuard(environment: Pick<Environment, 'store' | 'clock' | 'log'>): PinGuard {
  const { store, clock } = environment;
  const memory = new Map<string, Known>();

  async function recall({ key }: TryKey): Promise<void> {
    if (memory.has(key)) return;
    const kept = await store.pinTries(key);
    // Another try may have remembered it meanwhile, and counted.
    if (!memory.has(key)) memory.set(key, kept ? fromBefore(kept) : { wrong: 0, pausedUntil: null });
  }

  function fromBefore({ wrong, pausedUntil, pauseMs }: PinTries): Known {
    if (pausedUntil === null) return { wrong, pausedUntil };
    const left = Math.min(pausedUntil - clock.now(), pauseMs);
    return { wrong, pausedUntil: clock.elapsed() + left };
  }

  const known = ({ key }: TryKey): Known => memory.get(key) ?? { wrong: 0, pausedUntil: null };

  /** In memory at once; a disk that is full keeps nobody out. */
  function count(one: TryKey): Promise<void> {
    const wrong = known(one).wrong + 1;
    const pauseMs = wrong % one.most === 0 ? pauseAfter(wrong / one.most) : 0;
    memory.set(one.key, { wrong, pausedUntil: pauseMs > 0 ? clock.elapsed() + pauseMs : null });
    const pausedUntil = pauseMs > 0 ? clock.now() + pauseMs : null;
    return afterwards(environment, 'counting wrong PINs', () =>
      store.savePinTries(one.key, { wrong, pausedUntil, pauseMs }),
    );
  }

  async function forgive(one: TryKey): Promise<void> {
    memory.set(one.key, { wrong: 0, pausedUntil: null });
    await afterwards(environment, 'counting wrong PINs', () => store.savePinTries(one.key, null));
  }

  return {
    forgive,
    async compare(keys, isRight) {
      for (const key of keys) await recall(key);
      // From here to the count nothing else has its turn.
      const left = Math.max(0, ...keys.map((key) => (known(key).pausedUntil ?? 0) - clock.elapsed()));
      if (left > 0) {
        const minutes = Math.ceil(left / 60_000);
        const message = `Too many wrong PINs. Please wait ${minutes} min.`;
        return fail('TOO_EARLY', message, { notBefore: clock.now() + left, minutes });
      }
      await Promise.all(keys.map(count));
      if (!(await isRight())) return fail('FORBIDDEN', 'That PIN is not right.', { reason: 'pin' });
      await Promise.all(keys.map(forgive));
      return ok(null);
    },
  };
}

function pauseAfter(rounds: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (rounds - 1));
}
