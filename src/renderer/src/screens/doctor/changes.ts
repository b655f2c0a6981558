import { z } from 'zod';
import { type DoctorId, type TokenId, tokenIdSchema } from '../../../../shared/model/ids';

/** The tokens this window changed for a doctor, oldest first: undo takes back what was done here, and survives a reload. */
const MOST_CHANGES = 50;
const changesSchema = z.array(tokenIdSchema);

const keyOf = (doctorId: DoctorId): string => `opd.doctor.changes.${doctorId}`;

function changes(doctorId: DoctorId): TokenId[] {
  try {
    return changesSchema.safeParse(JSON.parse(sessionStorage.getItem(keyOf(doctorId)) ?? '[]')).data ?? [];
  } catch {
    return [];
  }
}

function save(doctorId: DoctorId, ids: readonly TokenId[]): void {
  sessionStorage.setItem(keyOf(doctorId), JSON.stringify(ids.slice(-MOST_CHANGES)));
}

export function rememberChange(doctorId: DoctorId, tokenId: TokenId): void {
  save(doctorId, [...changes(doctorId), tokenId]);
}

export function lastChange(doctorId: DoctorId): TokenId | undefined {
  return changes(doctorId).at(-1);
}

/** Taken back, or no longer to be had back: the one before is the last now. */
export function forgetChange(doctorId: DoctorId, tokenId: TokenId): void {
  const ids = changes(doctorId);
  const at = ids.lastIndexOf(tokenId);
  if (at >= 0) save(doctorId, ids.toSpliced(at, 1));
}
