import type { Book } from '../../shared/model/book';
import type { PaceView } from '../../shared/model/day';
import { type BookEvent, isTokenEvent, type TokenEvent } from '../../shared/model/event';
import type { TokenId } from '../../shared/model/ids';
import { MINUTE } from '../../shared/model/time';
import type { WaitRange } from '../../shared/model/wait';
import { type Context, nextWalkInSlot } from '../engine';
import { estimateForNew, estimateWaits } from '../engine/estimate';
import { observeDay } from '../engine/estimate-day';
import { learn, newPace, type PaceModel } from '../engine/estimate-pace';
import { startOf } from '../engine/timing';
import type { Store } from '../store/store';
import { breakUntil } from './break-until';
import { paceOutlook } from './pace-outlook';

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
  /** How fast the doctor works today against usual, and when the last patient known so far is done. */
  outlook(book: Book, context: Context): Promise<PaceView>;
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

  /** What is left of the doctor's break, in the steps of a range. */
  async function breakMinutes(book: Book, { now }: Context): Promise<number> {
    const until = await breakUntil(store, book, now);
    return until === null ? 0 : Math.ceil((until - now) / MINUTE / 5) * 5;
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
      const later = await breakMinutes(book, context);
      // The break stands before the next slot in the estimate; whoever is called sooner waits for its end besides.
      const starts = book.slots.filter(({ status }) => status === 'open').map(startOf);
      const nextStart = Math.min(...starts.filter((start) => start > context.now));
      return new Map(
        [...estimates].map(([id, { fromMinutes, toMinutes, expectedMs }]) => {
          const more = context.now + expectedMs < nextStart ? later : 0;
          return [id, { fromMinutes: fromMinutes + more, toMinutes: toMinutes + more }];
        }),
      );
    },
    async waitOfNew(book, context) {
      const estimate = estimateForNew(book, context, 'walk_in', await current());
      if (!estimate) return null;
      const next = nextWalkInSlot(book, context);
      const more = next?.phase === 'upcoming' ? 0 : await breakMinutes(book, context);
      return { fromMinutes: estimate.fromMinutes + more, toMinutes: estimate.toMinutes + more };
    },
    async outlook(book, context) {
      const estimates = estimateWaits(book, context, await current());
      const later = (await breakMinutes(book, context)) * MINUTE;
      const waitsMs = [...estimates.values()].map(({ expectedMs }) => expectedMs + later);
      return paceOutlook(book, context, await current(), waitsMs);
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
