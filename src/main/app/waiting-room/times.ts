import type { BoardDoctor } from '../../../shared/model/board';
import type { Book } from '../../../shared/model/book';
import type { SlotView } from '../../../shared/model/slot';
import { MINUTE } from '../../../shared/model/time';
import { type Context, onBreakUntil, viewSlots } from '../../engine';

type Times = Pick<BoardDoctor, 'state' | 'from' | 'lateMinutes'>;

/**
 * Where the doctor is in the day, by the real times (R22). A patient who is called or inside shows that the doctor is
 * back from a break. `awaited`: somebody waits here.
 */
export function timesOf(book: Book, context: Context, awaited: boolean): Times {
  const busy = book.tokens.some(
    (token) => token.status === 'active' && (token.stage === 'called' || token.stage === 'in_consultation'),
  );
  const times = planned(book, viewSlots(book, context), busy, awaited);
  const awayUntil = onBreakUntil(book, context.now);
  return awayUntil !== null && !busy ? { ...times, state: 'break', from: awayUntil } : times;
}

function planned(book: Book, slots: readonly SlotView[], busy: boolean, awaited: boolean): Times {
  const running = slots.find(({ phase }) => phase === 'running');
  const next = slots.find(({ phase }) => phase === 'upcoming');
  const begun = slots.some(({ phase }) => phase === 'ended');
  const lateMinutes = (running ?? next)?.delayMinutes ?? 0;
  const at = (state: BoardDoctor['state'], from: number | null = null) => ({ state, from, lateMinutes });
  if (busy) return at('seeing');
  if (book.status === 'closed' || slots.every(({ phase }) => phase === 'closed')) return at('closed');
  if (running) return at('seeing');
  if (next) return at(begun ? 'break' : 'expected', next.startsAt + next.delayMinutes * MINUTE);
  return at(awaited ? 'seeing' : 'finished');
}
