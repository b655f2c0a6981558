import type { TokenId } from '../../../shared/model/ids';
import type { Store } from '../../store/store';
import type { Caller } from '../access/caller';

/** Whether the caller may not see everybody's patients: one doctor's tablet, or a booking site. */
export function isLimited({ role, device }: Caller): boolean {
  return role === 'booking' || Boolean(device?.doctorId);
}

/** A booking site's are those it made itself, wherever they were sent since; a doctor's tablet's, those of its doctor. */
export async function ownsToken(store: Store, { role, device }: Caller, tokenId: TokenId): Promise<boolean> {
  if (role === 'booking') return device !== undefined && (await store.makerOf(tokenId)) === device.id;
  if (!device?.doctorId) return true;
  const book = await store.bookOfToken(tokenId);
  // Of nobody: the command itself says so.
  return book === undefined || book.doctorId === device.doctorId;
}

export async function ownTokens<T extends { readonly tokenId: TokenId }>(
  store: Store,
  caller: Caller,
  lines: readonly T[],
): Promise<T[]> {
  const own: T[] = [];
  for (const line of lines) if (await ownsToken(store, caller, line.tokenId)) own.push(line);
  return own;
}
