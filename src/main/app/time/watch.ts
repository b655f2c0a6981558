import { z } from 'zod';
import { type Instant, instantSchema, MINUTE } from '../../../shared/model/time';
import { keptFact, type Store } from '../../store/store';

/** R13: a longer silence of the clock's work, or a clock that jumped, is an outage. */
const LONGEST_GAP = 2 * MINUTE;
/** A restart must not look like an outage, nor every round write to the disk. */
const KEPT_EVERY = MINUTE;
const META_KEY = 'watch';

const keptSchema = z.object({ since: instantSchema, last: instantSchema, back: instantSchema.optional() });

/** R13: since when the clock's work has run without a gap, over restarts and sleep. */
export interface Watch {
  /** 0: always, or nothing is known yet. */
  since(): Instant;
  /** When the last gap ended. 0: there was none, or nothing is known yet. */
  back(): Instant;
  /** A round begins: the clinic has been watched until now, unless the last one is too long ago. */
  tick(now: Instant): Promise<void>;
  /** Begins anew at `from`, which may be ahead: the clock marks nobody for anything before it. */
  startAnew(from: Instant): Promise<void>;
}

export function createWatch(store: Pick<Store, 'meta' | 'saveMeta'>): Watch {
  let known: z.infer<typeof keptSchema> | undefined;
  let keptAt = 0;

  async function keep(watch: NonNullable<typeof known>): Promise<void> {
    known = watch;
    await store.saveMeta(META_KEY, JSON.stringify(known));
    keptAt = known.last;
  }

  return {
    since: () => known?.since ?? 0,
    back: () => known?.back ?? 0,
    async tick(now) {
      const before = known ?? (await keptFact(store, META_KEY, keptSchema));
      const isGap = before === undefined || Math.abs(now - before.last) > LONGEST_GAP;
      known = isGap ? { since: afterGap(now, before), last: now, back: now } : { ...before, last: now };
      if (!isGap && Math.abs(now - keptAt) < KEPT_EVERY) return;
      await keep(known);
    },
    async startAnew(from) {
      const before = known ?? (await keptFact(store, META_KEY, keptSchema));
      await keep({ last: from, ...before, since: Math.max(from, before?.since ?? 0) });
    },
  };
}

/** A sleep does not end the time in which a wrong setting marks nobody; a clock that was set back does. */
function afterGap(now: Instant, before: z.infer<typeof keptSchema> | undefined): Instant {
  return before !== undefined && now > before.last ? Math.max(now, before.since) : now;
}

/** Practice has a clock that is moved by hand: there everything counts as watched. */
export const alwaysWatched: Watch = {
  since: () => 0,
  back: () => 0,
  tick: async () => undefined,
  startAnew: async () => undefined,
};
