import type { TokenId } from '../../../shared/model/ids';
import type { PrintedLink } from '../../../shared/model/phones-settings';
import { secretOf, shortLettersOf } from './secret';

/** What a slip says of its page; null: its token has none. */
export function printedLink(address: string, tokenId: TokenId, key: Buffer): PrintedLink | null {
  const secret = secretOf(tokenId, key);
  if (secret === null) return null;
  const link = `HTTP://${address.toUpperCase()}/T/${secret}`;
  return { link, address, letters: shortLettersOf(secret) };
}
