import type { DoctorId, TokenId } from '../../../shared/model/ids';
import type { Store } from '../../store/store';
import type { Caller } from '../access/caller';

/** The doctor whose patients the caller may see, and nobody else's: a tablet's, or of whoever is on there; null: any. */
export function ownDoctorOf({ device, person }: Caller): DoctorId | null {
  return device?.doctorId ?? person?.doctorId ?? null;
}

/** Whether the caller may not see everybody's patients: of one doctor alone, or a booking site. */
export function isLimited(caller: Caller): boolean {
  return caller.role === 'booking' || ownDoctorOf(caller) !== null;
}

/** A booking site's are those it made itself, wherever they were sent since; all else's, those of its doctor. */
export async function ownsToken(store: Store, caller: Caller, tokenId: TokenId): Promise<boolean> {
  const { role, device } = caller;
  if (role === 'booking') return device !== undefined && (await store.makerOf(tokenId)) === device.id;
  const own = ownDoctorOf(caller);
  if (own === null) return true;
  const book = await store.bookOfToken(tokenId);
  // Of nobody: the command itself says so.
  return book === undefined || book.doctorId === own;
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
