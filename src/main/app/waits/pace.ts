import type { Book } from '../../../shared/model/book';
import type { PaceView } from '../../../shared/model/day';
import { type BookEvent, isTokenEvent, type TokenEvent } from '../../../shared/model/event';
import type { TokenId } from '../../../shared/model/ids';
import { type Instant, MINUTE } from '../../../shared/model/time';
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
} from '../../engine';
import type { Store } from '../../store/store';
import { hasHoursLeft } from './hours';
import { paceOutlook } from './outlook';
import { sharedEstimates } from './shared-estimates';

const META_KEY = 'pace';

/** What the clinic has learned about how long things take, and what it says of waits now. */
export interface Pace {
  /** Hears of every change of a book, and learns from it. */
  hear(book: Book, events: readonly BookEvent[], context: Context): Promise<void>;
  /** A day is over. */
  hearDay(book: Book): Promise<void>;
  /** Reads what was learned, once; before that nothing has been. */
  ready(): Promise<void>;
  /** The range for everyone who is still to be called, in a book as it is kept. */
  waits(book: Book, context: Context): ReadonlyMap<TokenId, WaitRange>;
  /** The same in a book as it might be. */
  waitsIf(book: Book, context: Context): ReadonlyMap<TokenId, WaitRange>;
  /** The range for a walk-in who came now; null: none would be taken, or the doctor's hours are over. */
  waitOfNew(book: Book, context: Context): WaitRange | null;
  /** How fast the doctor works today against usual, and when the last patient known so far is done. */
  outlook(book: Book, context: Context): PaceView;
}

/** Keeps the model in the store. A prediction made before a restart is not learned from; nothing else is lost. */
export function createPace(store: Store): Pace {
  const predictions = new Map<TokenId, Estimate>();
  const shared = sharedEstimates();
  let model: PaceModel | undefined;

  async function ready(): Promise<void> {
    model ??= (JSON.parse((await store.meta(META_KEY)) ?? 'null') as PaceModel | null) ?? newPace;
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

  return {
    ready,
    async hear(book, events, context) {
      const tokenEvents = events.filter(isTokenEvent);
      await ready();
      let next = current();
      for (const event of tokenEvents) next = learnFrom(next, event, predictions);
      const arrived = tokenEvents
        .filter(({ before, after }) => cameNow(before, after))
        .map(({ after }) => after.id);
      if (arrived.length > 0) {
        const waits = shared.waits(book, context, next, awayUntil(book, context));
        for (const id of arrived) remember(predictions, id, waits.get(id));
      }
      await keep(next);
    },
    async hearDay(book) {
      predictions.clear();
      await ready();
      await keep(learn(current(), { kind: 'day', ...observeDay(book) }));
    },
    waits(book, context) {
      return rangesOf(shared.waits(book, context, current(), awayUntil(book, context)));
    },
    waitsIf(book, context) {
      return rangesOf(shared.waitsIf(book, context, current(), awayUntil(book, context)));
    },
    waitOfNew(book, context) {
      if (!hasHoursLeft(book, context.now)) return null;
      const estimate = shared.ofNew(book, context, current(), awayUntil(book, context));
      return estimate ? rangeOf(estimate) : null;
    },
    outlook(book, context) {
      const estimates = shared.waits(book, context, current(), awayUntil(book, context));
      return paceOutlook(book, context, current(), [...estimates.values()]);
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

function rangeOf({ fromMinutes, toMinutes, from, to, today }: Estimate): WaitRange {
  return { fromMinutes, toMinutes, from, to, today };
}

function cameNow(before: TokenEvent['before'], after: TokenEvent['after']): boolean {
  return after.checkedInAt !== null && (before === null || before.checkedInAt === null);
}

/** A consultation that ended teaches its length; a first call, how the wait compared with what was said. */
function learnFrom(
  pace: PaceModel,
  { before, after }: TokenEvent,
  predictions: Map<TokenId, Estimate>,
): PaceModel {
  if (after.status === 'served' && after.startedAt !== null && before?.status === 'active') {
    const minutes = (after.servedAt - after.startedAt) / MINUTE;
    return learn(pace, { kind: 'consultation', doctorId: after.doctorId, source: after.source, minutes });
  }
  const predicted = predictions.get(after.id);
  const isCalled = after.status === 'active' && after.stage === 'called';
  if (!isCalled || predicted === undefined || after.calledAt === null) return pace;
  predictions.delete(after.id);
  const actualMs = queuePart(predicted, after.calledAt);
  return learn(pace, { kind: 'wait', predictedMs: predicted.rawMs, actualMs });
}
