import type { Book } from '../../shared/model/book';
import { type BookEvent, isTokenEvent, type TokenEvent } from '../../shared/model/event';
import type { TokenId } from '../../shared/model/ids';
import { MINUTE } from '../../shared/model/time';
import type { WaitRange } from '../../shared/model/wait';
import type { Context } from '../engine';
import { estimateForNew, estimateWaits } from '../engine/estimate';
import { observeDay } from '../engine/estimate-day';
import { learn, newPace, type PaceModel } from '../engine/estimate-pace';
import type { Store } from '../store/store';

const META_KEY = 'pace';

/** What the clinic has learned about how long things take, and what it says of waits now. */
export interface Pace {
  /** Hears of every change of a book, and learns from it. */
  hear(book: Book, events: readonly BookEvent[], context: Context): Promise<void>;
  /** A day is over. */
  hearDay(book: Book): Promise<void>;
  /** The range for everyone who is still to be called. */
  waits(book: Book, context: Context): Promise<ReadonlyMap<TokenId, WaitRange>>;
  /** The range for a walk-in who came now; null: none would be taken. */
  waitOfNew(book: Book, context: Context): Promise<WaitRange | null>;
}

/** Keeps the model in the store. A prediction made before a restart is not learned from; nothing else is lost. */
export function createPace(store: Store): Pace {
  const predictions = new Map<TokenId, number>();
  let model: PaceModel | undefined;

  async function current(): Promise<PaceModel> {
    const kept = model ?? JSON.parse((await store.meta(META_KEY)) ?? 'null');
    model = kept ?? newPace;
    return model ?? newPace;
  }

  async function keep(next: PaceModel): Promise<void> {
    if (next === model) return;
    model = next;
    await store.saveMeta(META_KEY, JSON.stringify(next));
  }

  return {
    async hear(book, events, context) {
      const tokenEvents = events.filter(isTokenEvent);
      let next = await current();
      for (const event of tokenEvents) next = learnFrom(next, event, predictions);
      const arrived = tokenEvents
        .filter(({ before, after }) => cameNow(before, after))
        .map(({ after }) => after.id);
      if (arrived.length > 0) {
        const waits = estimateWaits(book, context, next);
        for (const id of arrived) predictions.set(id, waits.get(id)?.rawMs ?? 0);
      }
      await keep(next);
    },
    async hearDay(book) {
      predictions.clear();
      await keep(learn(await current(), { kind: 'day', ...observeDay(book) }));
    },
    async waits(book, context) {
      const estimates = estimateWaits(book, context, await current());
      return new Map(
        [...estimates].map(([id, { fromMinutes, toMinutes }]) => [id, { fromMinutes, toMinutes }]),
      );
    },
    async waitOfNew(book, context) {
      const estimate = estimateForNew(book, context, 'walk_in', await current());
      return estimate ? { fromMinutes: estimate.fromMinutes, toMinutes: estimate.toMinutes } : null;
    },
  };
}

function cameNow(before: TokenEvent['before'], after: TokenEvent['after']): boolean {
  return after.checkedInAt !== null && (before === null || before.checkedInAt === null);
}

/** A consultation that ended teaches its length; a first call, how the wait compared with what was said. */
function learnFrom(
  pace: PaceModel,
  { before, after }: TokenEvent,
  predictions: Map<TokenId, number>,
): PaceModel {
  if (after.status === 'served' && after.startedAt !== null && before?.status === 'active') {
    const minutes = (after.servedAt - after.startedAt) / MINUTE;
    return learn(pace, { kind: 'consultation', doctorId: after.doctorId, source: after.source, minutes });
  }
  const predictedMs = predictions.get(after.id);
  const isCalled = after.status === 'active' && after.stage === 'called';
  if (!isCalled || predictedMs === undefined || after.checkedInAt === null) return pace;
  predictions.delete(after.id);
  return learn(pace, { kind: 'wait', predictedMs, actualMs: (after.calledAt ?? 0) - after.checkedInAt });
}
