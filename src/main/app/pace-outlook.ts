import type { Book } from '../../shared/model/book';
import type { PaceView } from '../../shared/model/day';
import { MINUTE } from '../../shared/model/time';
import type { WaitRange } from '../../shared/model/wait';
import type { Context } from '../engine';
import { plannedMinutes } from '../engine/estimate';
import { residualMs } from '../engine/estimate-doctor';
import { doctorMean, type PaceModel, paceOf } from '../engine/estimate-pace';

/** Today's pace against usual. `waits`: of everybody who is still to be called. */
export function paceOutlook(
  book: Book,
  { now }: Context,
  model: PaceModel,
  waits: readonly WaitRange[],
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
    if (waits.length > 0) {
      const from = Math.max(...waits.map(({ fromMinutes }) => fromMinutes)) * MINUTE;
      const to = Math.max(...waits.map(({ toMinutes }) => toMinutes)) * MINUTE;
      return rounded(now + from + length, now + to + length);
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
