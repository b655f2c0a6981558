import type { TokenId } from '../../shared/model/ids';
import { type Channel, priorityOf, type Series, type Token, tokenNumber } from '../../shared/model/token';
import type { Draft } from './draft';
import type { Patient } from './patients';
import type { TokenFacts } from './transitions';

/** What is known of a token when it gets its number; the rest has its usual start. */
export interface Birth extends Omit<Patient, 'patientId'>, Partial<Omit<TokenFacts, keyof Patient>> {
  readonly id: TokenId;
  readonly channel: Channel;
  readonly note: string;
}

/** The facts of a new token of this book. */
export function newFacts(draft: Draft, birth: Birth, series: Series, sequence: number): TokenFacts {
  const { book, now } = draft;
  return {
    createdAt: now,
    updatedAt: now,
    checkedInAt: null,
    displacements: 0,
    wishedSlotId: null,
    transferredFrom: null,
    patientId: null,
    precedence: null,
    precedenceFrom: null,
    followUp: null,
    lostSlotId: null,
    upgradedFrom: null,
    leftDoorAt: null,
    ...birth,
    priority: priorityOf[birth.source],
    doctorId: book.doctorId,
    serviceDay: book.serviceDay,
    series,
    sequence,
    number: tokenNumber(book.prefix, series, sequence),
  };
}

/**
 * Numbers never come twice: one past the highest of the series, whatever became of its tokens, and past those on slips
 * that the book has lost (R25 for paper alike).
 */
export function nextSequence(draft: Draft, series: Series): number {
  return Math.max(draft.book.numbersGiven?.[series] ?? 0, draft.lastSequence(series)) + 1;
}

/** Whether the book has lost the token whose number came before this one. */
export function followsLostNumber(draft: Draft, series: Series, sequence: number): boolean {
  return (
    sequence > 1 &&
    draft.book.numbersGiven?.[series] === sequence - 1 &&
    !bearerOf(draft, series, sequence - 1)
  );
}

/** The token that bears this number already. */
export function bearerOf(draft: Draft, series: Series, sequence: number): Token | undefined {
  for (const token of draft.tokens.values()) {
    if (token.series === series && token.sequence === sequence) return token;
  }
  return undefined;
}
