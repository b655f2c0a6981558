import type { Seen } from '../../../shared/contract/call';
import type { TokenId } from '../../../shared/model/ids';
import type { Token } from '../../../shared/model/token';

/** How a window shows a token: main refuses if it stands otherwise by then. */
export function asShown(token: Token): { readonly tokenId: TokenId; readonly seen: Seen } {
  const active = token.status === 'active';
  const seen = { stage: active ? token.stage : null, recalls: active ? token.recalls : 0 };
  return { tokenId: token.id, seen };
}
