import type { Book } from '../../../shared/model/book';
import type { PaceView } from '../../../shared/model/day';
import { MINUTE } from '../../../shared/model/time';
import {
  type Context,
  doctorMean,
  type Estimate,
  type PaceModel,
  paceOf,
  plannedMinutes,
  queuePart,
  residualMs,
} from '../../engine';

/** Of one consultation, before a doctor is known: standard deviation over mean. */
const VARIATION = 0.6;
/** Eight times in ten a sum lies within so many standard deviations; that of n consultations grows with √n only. */
const SPREAD = 1.28;
/** Breaks, latecomers and newcomers. */
const MODEL_ERROR = 0.1;

/** Today's pace against usual. `waits`: of everybody who is still to be called. */
export function paceOutlook(
  book: Book,
  { now }: Context,
  model: PaceModel,
  waits: readonly Estimate[],
): PaceView {
  const doctor = paceOf(model, book.doctorId);
  const planned = plannedMinutes(book);
  const usualMinutes = doctorMean(doctor, planned);
  const consultations = book.tokens
    .flatMap((token) =>
      token.status === 'served' && token.startedAt !== null
        ? [{ at: token.servedAt, minutes: (token.servedAt - token.startedAt) / MINUTE }]
        : [],
    )
    .sort((a, b) => a.at - b.at);
  const today = consultations.map(({ minutes }) => minutes);
  const inside = book.tokens.find((token) => token.status === 'active' && token.stage === 'in_consultation');
  const called = book.tokens.some((token) => token.status === 'active' && token.stage === 'called');
  return { today, todayMinutes: median(today), usualMinutes, doneBy: doneBy() };

  function doneBy(): PaceView['doneBy'] {
    const length = usualMinutes * MINUTE;
    const [last] = [...waits].sort((a, b) => b.expectedMs - a.expectedMs);
    if (last) {
      // Only the work is uncertain; until the doctor or the last slot begins it is the clock that runs.
      const queue = queuePart(last, now + last.expectedMs);
      const sure = now + last.expectedMs - queue;
      const rest = queue + length;
      const share = Math.min(0.6, MODEL_ERROR + (SPREAD * VARIATION) / Math.sqrt(waits.length));
      return rounded(sure + rest * (1 - share), sure + rest * (1 + share));
    }
    if (inside) return rounded(now, now + 2 * residualMs(doctor, inside, planned));
    return called ? rounded(now + length / 2, now + 2 * length) : null;
  }
}

/** To five minutes: more would pretend to know. */
function rounded(from: number, to: number): { from: number; to: number } {
  const step = 5 * MINUTE;
  return { from: Math.floor(from / step) * step, to: Math.ceil(to / step) * step };
}

function median(values: readonly number[]): number | null {
  const inOrder = [...values].sort((a, b) => a - b);
  const middle = Math.floor(inOrder.length / 2);
  const [low, high] = [inOrder[inOrder.length % 2 === 0 ? middle - 1 : middle], inOrder[middle]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
