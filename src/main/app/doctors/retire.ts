import type { Book, BookKey } from '../../../shared/model/book';
import type { CallListLine } from '../../../shared/model/call-list';
import type { Doctor } from '../../../shared/model/doctor';
import { callListLineIdSchema, type DoctorId } from '../../../shared/model/ids';
import type { ServiceDay } from '../../../shared/model/time';
import { isListed, isOpen, type Token } from '../../../shared/model/token';
import { refused } from '../../../shared/refusals';
import type { Result } from '../../../shared/result';
import { cancel, type Decision } from '../../engine';
import type { Reading } from '../../store/store';
import type { Call } from '../call';
import { timesOf } from '../run/call-list';
import type { Deciding } from '../run/plan';

/** The days from today on, on which a doctor has patients left. */
export async function openBooksOf(
  { environment: { store }, today }: Call,
  doctorId: DoctorId,
): Promise<readonly BookKey[]> {
  const days = await store.daysWithOpenTokens(doctorId, today);
  return days.map(({ serviceDay }) => ({ doctorId, serviceDay }));
}

/**
 * R21: a doctor stops working here: somebody must have said what becomes of the open tokens, of today and later. Of a
 * day that is not among the books, because somebody was booked meanwhile, nobody has. Errors: CONFLICT with how many
 * are open, and on which days; undefined: it is said.
 */
export function checkOpenTokens(
  { id: doctorId, name }: Doctor,
  openTokens: 'keep' | 'cancel' | undefined,
  books: readonly Book[],
  reading: Reading,
  today: ServiceDay,
): Result<never> | undefined {
  if (openTokens === 'keep') return undefined;
  const days = reading.daysWithOpenTokens(doctorId, today);
  const isLoaded = (day: ServiceDay): boolean => books.some(({ serviceDay }) => serviceDay === day);
  const isSaid = openTokens === 'cancel' && days.every(({ serviceDay }) => isLoaded(serviceDay));
  if (days.length === 0 || isSaid) return undefined;
  const open = days.reduce((sum, day) => sum + day.open, 0);
  const which = days.map(({ serviceDay }) => serviceDay);
  return refused('CONFLICT', 'patients_left', { doctorId, name, open, days: which });
}

/**
 * R12, R21: everybody but who is with the doctor is cancelled and stands on the call list. Those on the list go first,
 * so that nobody gets a seat on the way out.
 */
export function cancelAllOf(
  call: Call,
  books: readonly Book[],
  { contextOn }: Deciding,
): { readonly decisions: readonly Decision[]; readonly callList: readonly CallListLine[] } {
  const decisions: Decision[] = [];
  const callList: CallListLine[] = [];
  for (const book of books) {
    let now = book;
    const context = contextOn(book.serviceDay);
    const leaving = book.tokens.filter(isOpen).sort((a, b) => Number(isListed(b)) - Number(isListed(a)));
    for (const token of leaving) {
      if (token.status === 'active' && token.stage === 'in_consultation') continue;
      const done = cancel(now, { tokenId: token.id, reason: 'staff' }, context);
      // A day that is closed already has nobody left to cancel.
      if (!done.ok) continue;
      now = done.value.book;
      decisions.push(done.value);
      callList.push(lineOf(call, book, token));
    }
  }
  return { decisions, callList };
}

function lineOf({ environment: { newId }, now }: Call, book: Book, token: Token): CallListLine {
  const { id: tokenId, serviceDay, doctorId, number, patientName, patientContact } = token;
  const from = timesOf(book, token);
  const who = { tokenId, serviceDay, doctorId, number, patientName, patientContact };
  const id = callListLineIdSchema.parse(newId());
  return {
    id,
    kind: 'cancelled',
    because: null,
    ...who,
    at: now,
    from,
    to: null,
    delayMinutes: 0,
    toldAt: null,
  };
}
