import type { Book } from '../../../shared/model/book';
import type { PaceView } from '../../../shared/model/day';
import { isTokenEvent, type TokenEvent } from '../../../shared/model/event';
import type { TokenId } from '../../../shared/model/ids';
import { type Instant, MINUTE } from '../../../shared/model/time';
import type { ActiveToken, Token } from '../../../shared/model/token';
import type { WaitRange } from '../../../shared/model/wait';
import {
  type Context,
  type Estimate,
  learn,
  newPace,
  observeDay,
  onBreakUntil,
  type PaceModel,
  queuePart,
  type Waits,
} from '../../engine';
import { type BookChange, type Fact, keptFact, type Store } from '../../store/store';
import { hasHoursLeft } from './hours';
import { paceOutlook } from './outlook';
import { paceModelSchema } from './pace-model';
import { sharedEstimates } from './shared-estimates';

const META_KEY = 'pace';

/** What the clinic has learned about how long things take, and what it says of waits now. */
export interface Pace {
  /** For one command: learns from what it changes. */
  learning(): Learning;
  /** A day is over. */
  hearDay(book: Book): Promise<void>;
  /** Reads what was learned, once; before that nothing has been. */
  ready(): Promise<void>;
  /** The range for everyone who is still to be called, in a book as it is kept. */
  waits(book: Book, context: Context): ReadonlyMap<TokenId, WaitRange>;
  /** Of one of them; null: nobody waits with this token. */
  waitOf(book: Book, context: Context, tokenId: TokenId): WaitRange | null;
  /** The same in a book as it might be. */
  waitIf(book: Book, context: Context, tokenId: TokenId): WaitRange | null;
  /** The range for a walk-in who came now; null: none would be taken, or the doctor's hours are over. */
  waitOfNew(book: Book, context: Context): WaitRange | null;
  /** How fast the doctor works today against usual, and when the last patient known so far is done. */
  outlook(book: Book, context: Context): PaceView;
}

/** What one command teaches. */
export interface Learning {
  /** Within its transaction, from what was decided, as often as that is: what to keep with it. */
  from(changes: readonly BookChange[], context: Context): readonly Fact[];
  /** It is committed: who came is told a wait, to be compared with the real one. */
  committed(): void;
  /** It is not, and has taught nothing. */
  unwound(): void;
}

/** Keeps the model in the store. A prediction made before a restart is not learned from; nothing else is lost. */
export function createPace(store: Store): Pace {
  const predictions = new Map<TokenId, Estimate>();
  const shared = sharedEstimates();
  let model: PaceModel | undefined;

  async function ready(): Promise<void> {
    model ??= (await keptFact(store, META_KEY, paceModelSchema)) ?? newPace;
  }

  const current = (): PaceModel => model ?? newPace;

  async function keep(next: PaceModel): Promise<void> {
    if (next === model) return;
    model = next;
    await store.saveMeta(META_KEY, JSON.stringify(next));
  }

  /** Until when the doctor is on a break, if so. */
  function awayUntil(book: Book, { now }: Context): Instant | undefined {
    return onBreakUntil(book, now) ?? undefined;
  }

  /**
   * A consultation that ended teaches its length; a first call, how the wait compared with what was said. Over an outage
   * (R13) neither teaches anything: nobody could press a key.
   */
  function learnFrom(
    pace: PaceModel,
    { before, after }: TokenEvent,
    { watchedSince = 0 }: Context,
  ): PaceModel {
    if (after.status === 'served' && after.startedAt !== null && before?.status === 'active') {
      if (after.startedAt < watchedSince || after.servedAt < after.startedAt) return pace;
      const minutes = (after.servedAt - after.startedAt) / MINUTE;
      return learn(pace, { kind: 'consultation', doctorId: after.doctorId, source: after.source, minutes });
    }
    const predicted = predictions.get(after.id);
    if (!isCalled(after) || predicted === undefined || (after.checkedInAt ?? 0) < watchedSince) return pace;
    const actualMs = queuePart(predicted, after.calledAt);
    return learn(pace, { kind: 'wait', predictedMs: predicted.rawMs, actualMs });
  }

  /** Whoever was called is told no more; whoever came is told how long it will take. */
  function foretell(changes: readonly BookChange[], context: Context): void {
    for (const { book, events } of changes) {
      const tokenEvents = events.filter(isTokenEvent);
      for (const { after } of tokenEvents) if (isCalled(after)) predictions.delete(after.id);
      const arrived = tokenEvents.filter(({ before, after }) => cameNow(before, after));
      if (arrived.length === 0) continue;
      const waits = shared.waits(book, context, current(), awayUntil(book, context));
      for (const { after } of arrived) remember(predictions, after.id, waits.of(after.id));
    }
  }

  return {
    ready,
    learning() {
      let before: PaceModel | undefined;
      let after: PaceModel | undefined;
      let seen: { readonly changes: readonly BookChange[]; readonly context: Context } | undefined;
      return {
        from(changes, context) {
          seen = { changes, context };
          before ??= current();
          const events = changes.flatMap((change) => change.events.filter(isTokenEvent));
          after = events.reduce((pace, event) => learnFrom(pace, event, context), before);
          if (after === before) return [];
          // Another command may be decided before this one has heard that it is committed: it goes on from here.
          model = after;
          return [{ key: META_KEY, value: JSON.stringify(after) }];
        },
        committed() {
          if (seen) foretell(seen.changes, seen.context);
        },
        unwound() {
          if (model === after && before) model = before;
        },
      };
    },
    async hearDay(book) {
      predictions.clear();
      await ready();
      await keep(learn(current(), { kind: 'day', ...observeDay(book) }));
    },
    waits(book, context) {
      return rangesOf(shared.waits(book, context, current(), awayUntil(book, context)).all());
    },
    waitOf(book, context, tokenId) {
      return rangeIn(shared.waits(book, context, current(), awayUntil(book, context)), tokenId);
    },
    waitIf(book, context, tokenId) {
      return rangeIn(shared.waitsIf(book, context, current(), awayUntil(book, context)), tokenId);
    },
    waitOfNew(book, context) {
      if (!hasHoursLeft(book, context.now)) return null;
      const estimate = shared.ofNew(book, context, current(), awayUntil(book, context));
      return estimate ? rangeOf(estimate) : null;
    },
    outlook(book, context) {
      const estimates = shared.waits(book, context, current(), awayUntil(book, context));
      return paceOutlook(book, context, current(), [...estimates.all().values()]);
    },
  };
}

/** Of somebody whom nothing was foretold nothing is learned. */
function remember(predictions: Map<TokenId, Estimate>, id: TokenId, estimate: Estimate | undefined): void {
  if (estimate) predictions.set(id, estimate);
  else predictions.delete(id);
}

function rangesOf(estimates: ReadonlyMap<TokenId, Estimate>): ReadonlyMap<TokenId, WaitRange> {
  return new Map([...estimates].map(([id, estimate]) => [id, rangeOf(estimate)]));
}

function rangeIn(waits: Waits, tokenId: TokenId): WaitRange | null {
  const estimate = waits.of(tokenId);
  return estimate ? rangeOf(estimate) : null;
}

function rangeOf({ fromMinutes, toMinutes, from, to, today }: Estimate): WaitRange {
  return { fromMinutes, toMinutes, from, to, today };
}

function cameNow(before: TokenEvent['before'], after: TokenEvent['after']): boolean {
  return after.checkedInAt !== null && (before === null || before.checkedInAt === null);
}

function isCalled(token: Token): token is ActiveToken & { readonly calledAt: Instant } {
  return token.status === 'active' && token.stage === 'called' && token.calledAt !== null;
}
