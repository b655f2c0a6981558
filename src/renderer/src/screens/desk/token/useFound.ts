import type { FoundToken } from '../../../../../shared/model/found-token';
import type { TokenId } from '../../../../../shared/model/ids';
import { heldValues, useCall } from '../../../data/query';

/**
 * A token by its id, followed as it changes; null: there is none that can be found; undefined: not known yet. One that is
 * on the columns is there at once, so that keys pressed right after opening it are not lost.
 */
export function useFound(tokenId: TokenId): FoundToken | null | undefined {
  const { value } = useCall('tokens.find', { query: tokenId });
  const shown = onColumns(tokenId);
  if (value === undefined) return shown;
  const found = value.find(({ token }) => token.id === tokenId) ?? null;
  // What was found when it was last opened may be older than the columns.
  return found !== null && shown !== undefined && shown.token.updatedAt > found.token.updatedAt
    ? shown
    : found;
}

function onColumns(tokenId: TokenId): FoundToken | undefined {
  for (const view of heldValues('books.view')) {
    const token = view.tokens.find(({ id }) => id === tokenId);
    if (token === undefined) continue;
    const seated = token.status === 'active' || token.status === 'served';
    const slot = view.slots.find(({ id }) => seated && id === token.slotId) ?? null;
    const wait = view.waits.find((one) => one.tokenId === tokenId) ?? null;
    return { token, doctor: view.doctor, slot, wait };
  }
  return undefined;
}
