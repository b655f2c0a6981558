import { type Book, type BookKey, isSameBook } from '../../../shared/model/book';
import type { PatientId, TokenId } from '../../../shared/model/ids';
import type { RegisteredPatient } from '../../../shared/model/registered-patient';
import { LAST_DAY } from '../../../shared/model/time';
import { isOpen, type Token } from '../../../shared/model/token';
import { refused } from '../../../shared/refusals';
import type { Result } from '../../../shared/result';
import { type Decision, followRegister } from '../../engine';
import type { Reading } from '../../store/store';
import type { Call } from '../call';
import { claimedBefore } from '../run/claimed';
import type { Deciding } from '../run/plan';
import { keptNeed } from './need';
import type { Registrar } from './registrar';

/** Whoever this token is of, and their open tokens of today and later: the others are not called any more. */
export async function openTokensOf(
  { environment: { store }, today }: Call,
  key: BookKey,
  tokenId: TokenId,
): Promise<{ readonly patientId: PatientId | null; readonly open: readonly Token[] }> {
  const token = (await store.book(key, today))?.tokens.find(({ id }) => id === tokenId);
  const patientId = token?.patientId ?? null;
  return { patientId, open: patientId ? await store.openTokensOfPatient(patientId, today, LAST_DAY) : [] };
}

/** Whoever was given a token of another book since it was asked which there are: it would be missed. Undefined: nobody. */
export function refuseMore(
  { today }: Call,
  reading: Pick<Reading, 'openTokensOfPatient'>,
  patientId: PatientId,
  books: readonly Book[],
): Result<never> | undefined {
  const open = reading.openTokensOfPatient(patientId, today, LAST_DAY);
  const isRead = (token: Token): boolean => books.some((book) => isSameBook(book, token));
  return open.every(isRead) ? undefined : refused('CONFLICT', 'given_token_just_now');
}

/** Each book once. */
export const booksOf = (keys: readonly BookKey[]): BookKey[] =>
  keys
    .filter((key, index) => keys.findIndex((one) => isSameBook(one, key)) === index)
    .map(({ doctorId, serviceDay }) => ({ doctorId, serviceDay }));

/** R26: each open token of this patient that is in the book follows; one after the other. */
export function followAll(
  book: Book,
  patient: RegisteredPatient,
  register: Pick<Registrar, 'standing'>,
  { contextOn, reading }: Deciding,
): Decision[] {
  const context = contextOn(book.serviceDay);
  const precedence = keptNeed(patient, book.serviceDay, context)?.precedence ?? null;
  const decisions: Decision[] = [];
  const isTheirs = ({ patientId }: Token): boolean =>
    patientId !== null && register.standing(patientId)?.id === patient.id;
  for (const token of book.tokens.filter((one) => isOpen(one) && isTheirs(one))) {
    const known = { tokenId: token.id, precedence, claimed: claimedBefore(token, reading) };
    const followed = followRegister(decisions.at(-1)?.book ?? book, known, context);
    // Its day is over: then nobody is called before others any more.
    if (followed.ok && followed.value.events.length > 0) decisions.push(followed.value);
  }
  return decisions;
}
