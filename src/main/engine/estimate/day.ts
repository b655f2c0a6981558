import type { Book } from '../../../shared/model/book';
import { MINUTE } from '../../../shared/model/time';
import type { Source, Token } from '../../../shared/model/token';
import { startOf } from '../timing';
import type { DayObservation } from './pace';

/** What a finished day teaches: how late the doctor was, who came unannounced, who came of those expected. */
export function observeDay(book: Book): DayObservation {
  const open = book.slots.filter((slot) => slot.status === 'open');
  const arrivals: Partial<Record<Source, number>> = {};
  const announced = book.tokens.filter((token) => !cameUnannounced(token));
  for (const token of book.tokens) {
    if (cameUnannounced(token)) arrivals[token.source] = (arrivals[token.source] ?? 0) + 1;
  }
  const came = announced.filter((token) => token.checkedInAt !== null).length;
  const lost = announced.filter((token) => token.checkedInAt === null && token.status === 'no_show').length;
  return {
    doctorId: book.doctorId,
    minutes: open.reduce((sum, slot) => sum + (slot.endsAt - slot.startsAt) / MINUTE, 0),
    lateMinutes: lateness(book),
    arrivals,
    expected: came + lost,
    came,
  };
}

/** Took the token where and when they came. */
function cameUnannounced({ checkedInAt, createdAt }: Token): boolean {
  return checkedInAt !== null && checkedInAt <= createdAt;
}

/** From the start of the first slot to the first consultation, minutes; null if there was none. */
function lateness({ slots, tokens }: Book): number | null {
  const starts = tokens.flatMap((token) =>
    token.status === 'served' && token.startedAt !== null ? [token.startedAt] : [],
  );
  const opens = slots.filter((slot) => slot.status === 'open').map(startOf);
  if (starts.length === 0 || opens.length === 0) return null;
  return Math.max(0, (Math.min(...starts) - Math.min(...opens)) / MINUTE);
}
