import type { AlsoWith } from '../../../shared/model/also-with';
import { isOpen, type Token } from '../../../shared/model/token';
import { useCall } from '../data/query';

const nobody: readonly AlsoWith[] = [];

/** R27: the other open tokens of an open token's patient on its day. */
export function useAlsoWith(token: Token): readonly AlsoWith[] {
  return useCall('patients.alsoWith', isOpen(token) ? { tokenId: token.id } : null).value ?? nobody;
}
