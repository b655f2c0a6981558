import type { Book } from '../../shared/model/book';
import type { TokenId } from '../../shared/model/ids';
import { MINUTE } from '../../shared/model/time';
import { isListed, type Token } from '../../shared/model/token';
import {
  type Context,
  doctorQueue,
  type Estimate,
  expectedWaits,
  learn,
  newPace,
  observeDay,
  type PaceModel,
  queuePart,
  waitingInOrder,
} from '../engine';
import type { Observer } from './observer';

/** How good the expected waits were, summed up over patients. Minutes; errors are prediction less truth. */
export interface ForecastSums {
  count: number;
  error: number;
  absolute: number;
  naiveAbsolute: number;
  /** Truth inside the range before rounding, below it, and inside the range as shown. */
  inside: number;
  below: number;
  insideShown: number;
  shownWidth: number;
}

export const newForecast = (): ForecastSums => ({
  count: 0,
  error: 0,
  absolute: 0,
  naiveAbsolute: 0,
  inside: 0,
  below: 0,
  insideShown: 0,
  shownWidth: 0,
});

interface Prediction {
  readonly at: number;
  readonly estimate: Estimate;
  readonly naiveMs: number;
}

/** Days before the predictions count: a clinic's own data is what the range is made of. */
const LEARNING_DAYS = 5;

/**
 * Predicts the wait of everyone at the moment they come, as the slip and the screen would, and compares when they are
 * called. Learns as the app does: from consultations, calls and finished days, never from the plan.
 */
export function forecaster(sums: ForecastSums, meanServiceMinutes: number, doctors: number): Observer {
  let pace: PaceModel = newPace;
  let days = 0;
  let open = new Map<TokenId, Prediction>();
  return {
    arrived(book: Book, token: Token, context: Context) {
      const estimate = expectedWaits(book, context, pace).of(token.id);
      if (!estimate) return;
      const naiveMs = placeInLine(book, token, context) * meanServiceMinutes * MINUTE;
      open.set(token.id, { at: context.now, estimate, naiveMs });
    },
    called(token: Token, _patient, { now }: Context) {
      const prediction = open.get(token.id);
      if (!prediction) return;
      const actualMs = now - prediction.at;
      if (days >= LEARNING_DAYS * doctors) compare(sums, prediction, actualMs);
      const { estimate } = prediction;
      pace = learn(pace, { kind: 'wait', predictedMs: estimate.rawMs, actualMs: queuePart(estimate, now) });
    },
    served(token: Token) {
      if (token.status !== 'served' || token.startedAt === null) return;
      const minutes = (token.servedAt - token.startedAt) / MINUTE;
      pace = learn(pace, { kind: 'consultation', doctorId: token.doctorId, source: token.source, minutes });
    },
    ended(book: Book) {
      pace = learn(pace, { kind: 'day', ...observeDay(book) });
      days += 1;
      open = new Map();
    },
  };
}

function compare(sums: ForecastSums, { estimate, naiveMs }: Prediction, actualMs: number): void {
  const actual = actualMs / MINUTE;
  const error = (estimate.expectedMs - actualMs) / MINUTE;
  sums.count += 1;
  sums.error += error;
  sums.absolute += Math.abs(error);
  sums.naiveAbsolute += Math.abs(naiveMs - actualMs) / MINUTE;
  sums.inside += Number(actual >= estimate.range.from && actual <= estimate.range.to);
  sums.below += Number(actual < estimate.range.from);
  const { fromMinutes, toMinutes, today } = estimate;
  // Where today may not be enough nothing is said of an end.
  sums.insideShown += Number(actual >= fromMinutes && (actual <= toMinutes || today !== 'yes'));
  sums.shownWidth += toMinutes - fromMinutes;
}

/** The naive forecaster's position: the place in the line of those here, 1 for who is next. */
function placeInLine(book: Book, token: Token, context: Context): number {
  const queue = doctorQueue(book, context).map((entry) => entry.tokenId);
  const listed = waitingInOrder(book.tokens, context)
    .filter((other) => isListed(other) && other.checkedInAt !== null && !queue.includes(other.id))
    .map((other) => other.id);
  return [...queue, ...listed].indexOf(token.id) + 1;
}
