import type { AppError } from '../../../../shared/result';

/** Why a code did not work; the screen has a sentence for each, in the visitor's language. */
export type PairProblem = 'wrong' | 'wait' | 'booking' | 'noAnswer';

export function problemOf({ code }: AppError): PairProblem {
  switch (code) {
    case 'NOT_FOUND':
    case 'INVALID_INPUT':
      return 'wrong';
    case 'TOO_EARLY':
      return 'wait';
    case 'FORBIDDEN':
      return 'booking';
    default:
      return 'noAnswer';
  }
}
