/** Why a code did not work; the screen has a sentence for each, in the visitor's language. */
export type PairProblem = 'wrong' | 'wait' | 'booking' | 'noAnswer';

/** By the code of the refusal; null: there was no answer. */
export function problemOf(refusal: string | null): PairProblem {
  switch (refusal) {
    case 'NOT_FOUND':
    case 'INVALID_INPUT':
      return 'wrong';
    case 'TOO_MANY_REQUESTS':
      return 'wait';
    case 'FORBIDDEN':
      return 'booking';
    default:
      return 'noAnswer';
  }
}
