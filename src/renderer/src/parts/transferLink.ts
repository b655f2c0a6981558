import type { TokenId } from '../../../shared/model/ids';
import { isOpen, type Token } from '../../../shared/model/token';

/** R21: the token before or after this one; null: there is none. */
export function linkOf(token: Token): TokenId | null {
  return (token.status === 'cancelled' ? token.transferredTo : null) ?? token.transferredFrom;
}

/** R21: either end of a transfer, as long as nothing else happened to it: then undo means the transfer. */
export function isFreshTransfer(token: Token): boolean {
  if (token.status === 'cancelled') {
    return token.cancelReason === 'transferred' && token.cancelledAt === token.updatedAt;
  }
  return isOpen(token) && token.transferredFrom !== null && token.createdAt === token.updatedAt;
}
