import { type Book, type BookKey, isSameBook } from '../../../shared/model/book';
import type { TokenId } from '../../../shared/model/ids';
import type { RegisteredPatient } from '../../../shared/model/registered-patient';
import { LAST_DAY } from '../../../shared/model/time';
import type { Token } from '../../../shared/model/token';
import { type Context, type Decision, followRegister } from '../../engine';
import type { Call } from '../call';
import { keptNeed } from './need';

/** The open tokens of today and later of whoever this one is of: the others are not called any more. */
export async function openTokensOf(
  { environment: { store }, today }: Call,
  key: BookKey,
  tokenId: TokenId,
): Promise<Token[]> {
  const token = (await store.book(key, today))?.tokens.find(({ id }) => id === tokenId);
  if (!token?.patientId) return [];
  return [...(await store.openTokensOfPatient(token.patientId, today, LAST_DAY))];
}

/** Each book once. */
export const booksOf = (keys: readonly BookKey[]): BookKey[] =>
  keys
    .filter((key, index) => keys.findIndex((one) => isSameBook(one, key)) === index)
    .map(({ doctorId, serviceDay }) => ({ doctorId, serviceDay }));

/** R26: each of these tokens that is in the book and still open follows; one after the other. */
export function followAll(
  book: Book,
  tokens: readonly Token[],
  patient: RegisteredPatient,
  context: Context,
): Decision[] {
  const precedence = keptNeed(patient, book.serviceDay, context)?.precedence ?? null;
  const decisions: Decision[] = [];
  for (const { id: tokenId } of tokens.filter((one) => isSameBook(one, book))) {
    const followed = followRegister(decisions.at(-1)?.book ?? book, { tokenId, precedence }, context);
    // Over by now, or its day: then nobody is called before others any more.
    if (followed.ok && followed.value.events.length > 0) decisions.push(followed.value);
  }
  return decisions;
}
