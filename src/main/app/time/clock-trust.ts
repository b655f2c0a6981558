import { z } from 'zod';
import { type Instant, instantSchema, MINUTE } from '../../../shared/model/time';
import { keptFact, type Store, staying } from '../../store/store';
import type { Clock } from './clock';
import { DAY_MS, isPlausible, isSameDay, lastUse } from './plausible';

/** R35: NTP corrections and drift are no jumps; a restart must not look like one either. */
const TOLERANCE = 2 * MINUTE;
/** Further ahead than a clinic is ever closed, the computer's clock itself is the likelier mistake. */
const LONGEST_HOLIDAY = 60 * DAY_MS;
/** Once a leap of more than this was confirmed, nothing is deleted for being old before a day has gone by. */
const LONGEST_SURE = 7 * DAY_MS;
const KEPT_EVERY = MINUTE;
const META_KEY = staying.clock;

const doubtSchema = z.object({
  /** `jump`: while the app ran, so there is a count of its own; `start`: it may have been off for any time. */
  kind: z.enum(['jump', 'start']),
  /** The last instant that was believed. */
  lastUsedAt: instantSchema.nullable(),
});
export type Doubt = z.infer<typeof doubtSchema>;

const keptSchema = z.object({
  /** The latest instant that was believed, or gone by in doubt. */
  last: instantSchema,
  /** When the computer was switched on, by its own clock: the same as long as nobody sets that. */
  switchedOnAt: z.number(),
  /** How far the computer's clock was ahead of that, ms. */
  off: z.number(),
  /** How far it is ahead as somebody has said, ms. */
  ahead: z.number(),
  doubt: doubtSchema.nullable(),
  /** Nothing is deleted for being old before that. */
  keepsUntil: instantSchema,
});
type Kept = z.infer<typeof keptSchema>;

/** What the computer's clock says and what the app counts, where they part. */
export interface ClockQuestion extends Doubt {
  readonly computer: Instant;
  /** What everything goes by until somebody answers. */
  readonly ours: Instant;
}

/** R35: whether the computer's clock is believed, and the time that everything goes by. */
export interface ClockTrust {
  /** The computer's clock while it is believed; else the last instant that was, and what has gone by since. */
  readonly clock: Clock;
  /** Nothing is closed, marked, made, learned or deleted by such a clock. */
  isDoubted(): boolean;
  /** What somebody must decide; null: nothing. */
  question(): ClockQuestion | null;
  /** How far the computer's clock is ahead of ours because somebody said that ours is right, ms. */
  wrongBy(): number;
  /** Whether something may be deleted for being old. */
  mayDelete(): boolean;
  /** Looks at how the last run ended, once. Throws what reading the store throws. */
  ready(): Promise<void>;
  /** Looks whether the doubt has ended by itself; keeps how it stands, and tells where that has changed. */
  check(): Promise<void>;
  /** Somebody says what time it is: from now on that is believed. */
  believe(instant: Instant): Promise<void>;
  /** Who has waited for that: told once it is so. Answers how to hear no more. */
  onBelieved(told: () => void): () => void;
}

interface Parts {
  readonly store: Store;
  /** The computer's. */
  readonly clock: Clock;
  readonly log: { warn(...words: unknown[]): void };
  /** Windows are told to look again. */
  readonly changed: () => void;
  /** The command line said what time it is: where the day is that of the last use, whoever started it means it. */
  readonly asked?: boolean;
}

/** On the clinic's own data. */
export function createClockTrust({ store, clock: computer, log, changed, asked = false }: Parts): ClockTrust {
  /** Believed at `elapsed`; since then only what has gone by counts. */
  let anchor: { readonly at: Instant; readonly elapsed: number } | undefined;
  let ahead = 0;
  let doubt: Doubt | null = null;
  let keepsUntil: Instant = 0;
  /** What the computer's clock would say if nobody had set it since the start. */
  let unset: { readonly at: Instant; readonly elapsed: number } | undefined;
  let keptAt: Instant | undefined;
  let keptDoubt: Doubt | null = null;
  let opening: Promise<void> | undefined;
  const waiting = new Set<() => void>();

  const after = ({ at, elapsed }: NonNullable<typeof anchor>): Instant =>
    Math.round(at + Math.max(0, computer.elapsed() - elapsed));
  const isNear = (one: Instant, other: Instant): boolean => Math.abs(one - other) <= TOLERANCE;
  const setAnchor = (at: Instant): void => {
    anchor = { at, elapsed: computer.elapsed() };
  };

  /** What everything goes by. A jump is seen by whoever looks first. */
  function now(): Instant {
    const shown = computer.now();
    if (!anchor) return shown;
    const counted = after(anchor);
    if (doubt?.kind === 'start') return counted;
    // Mended, it agrees by itself again; else as far off as somebody has said.
    if (isNear(shown, counted)) ahead = 0;
    else if (!isNear(shown - ahead, counted)) {
      doubt ??= { kind: 'jump', lastUsedAt: counted };
      return counted;
    }
    doubt = null;
    setAnchor(shown - ahead);
    return anchor.at;
  }

  async function open(): Promise<void> {
    const kept = await keptFact(store, META_KEY, keptSchema);
    const [shown, elapsed] = [computer.now(), computer.elapsed()];
    unset = { at: shown, elapsed };
    keepsUntil = kept?.keepsUntil ?? 0;
    if (kept && isNear(shown - elapsed, kept.switchedOnAt)) {
      // The computer has run on, and nobody has set its clock meanwhile.
      ({ ahead, doubt } = kept);
      return setAnchor(shown - kept.off);
    }
    const lastUsedAt = await lastUse(store, kept?.doubt ? kept.doubt.lastUsedAt : kept?.last);
    if (asked && lastUsedAt !== null && (await isSameDay(store, shown, lastUsedAt))) return setAnchor(shown);
    const wasTrusted = !kept || (kept.ahead === 0 && kept.doubt === null);
    if (wasTrusted && (await isPlausible(store, shown, lastUsedAt))) return setAnchor(shown);
    doubt = { kind: 'start', lastUsedAt };
    const isLikelier =
      lastUsedAt === null || (shown >= lastUsedAt - TOLERANCE && shown - lastUsedAt <= LONGEST_HOLIDAY);
    setAnchor(isLikelier ? shown : lastUsedAt);
  }

  async function keep(): Promise<void> {
    const last = now();
    const shown = computer.now();
    const switchedOnAt = shown - computer.elapsed();
    const kept: Kept = { last, switchedOnAt, off: shown - last, ahead, doubt, keepsUntil };
    await store.saveMeta(META_KEY, JSON.stringify(kept));
    keptAt = last;
    keptDoubt = doubt;
  }

  /** The computer has found the time by itself since the start, as one with a dead battery does from the network. */
  async function hasMendedItself({ lastUsedAt }: Doubt): Promise<boolean> {
    const shown = computer.now();
    if (!unset || isNear(shown, after(unset))) return false;
    return isPlausible(store, shown, lastUsedAt);
  }

  async function ready(): Promise<void> {
    opening ??= open();
    try {
      await opening;
    } catch (error) {
      opening = undefined;
      throw error;
    }
  }

  return {
    clock: {
      now,
      elapsed: computer.elapsed,
      get offset() {
        return computer.offset;
      },
      setTo(instant) {
        computer.setTo(instant);
        if (anchor) setAnchor(instant);
      },
    },
    isDoubted() {
      now();
      return doubt !== null;
    },
    question() {
      const ours = now();
      return doubt && { ...doubt, computer: computer.now(), ours };
    },
    wrongBy() {
      now();
      return doubt ? 0 : ahead;
    },
    mayDelete: () => now() >= keepsUntil && doubt === null,
    ready,
    async check() {
      await ready();
      now();
      if (doubt?.kind === 'start' && (await hasMendedItself(doubt))) {
        [doubt, ahead] = [null, 0];
        setAnchor(computer.now());
      }
      const isNews = (doubt === null) !== (keptDoubt === null);
      if (isNews) log.warn(doubt ? 'the clock is doubted' : 'the clock is believed', doubt ?? '');
      if (isNews || keptAt === undefined || Math.abs(now() - keptAt) >= KEPT_EVERY) await keep();
      if (isNews) changed();
    },
    async believe(instant) {
      const lastUsedAt = doubt?.lastUsedAt ?? now();
      const shown = computer.now();
      doubt = null;
      ahead = isNear(instant, shown) ? 0 : shown - instant;
      setAnchor(shown - ahead);
      const leapt = shown - ahead - lastUsedAt > LONGEST_SURE;
      keepsUntil = leapt ? shown - ahead + DAY_MS : Math.min(keepsUntil, shown - ahead + DAY_MS);
      await keep();
      changed();
      for (const told of waiting) told();
    },
    onBelieved(told) {
      waiting.add(told);
      return () => waiting.delete(told);
    },
  };
}
