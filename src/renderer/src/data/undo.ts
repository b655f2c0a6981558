import type { TokenId } from '../../../shared/model/ids';
import type { Token } from '../../../shared/model/token';
import type { ErrorDetails } from '../../../shared/result';
import type { OwnChanges } from '../stores/ownChanges';
import { isLost } from './query';
import type { Sending } from './useCommand';

/** R23: why it cannot be taken back exactly, and what comes closest. */
export interface UndoRefusal {
  readonly message: string;
  readonly details: ErrorDetails;
}

interface Ways {
  readonly done: (token: Token) => string;
  readonly after?: (token: Token) => void;
  /** Shows what comes closest, where main offers something. */
  readonly onOffer?: (refusal: UndoRefusal) => void;
}

/** R21, R23: takes back exactly what was done to a token last. Null: it cannot be, and that was said. */
export function takeBack(
  { run }: Sending,
  tokenId: TokenId,
  changes: OwnChanges,
  { done, after, onOffer }: Ways,
): Promise<Token | null> {
  return run(
    'tokens.undo',
    { tokenId },
    {
      done,
      after: (token) => {
        changes.forget(tokenId);
        after?.(token);
      },
      refused: (error) => {
        // With its answer lost it may still be to be had.
        if (onOffer === undefined || isLost(error)) return false;
        changes.forget(tokenId);
        const { message, details } = error;
        if (details?.offer === undefined) return false;
        onOffer({ message, details });
        return true;
      },
    },
  );
}
