import { createHash } from 'node:crypto';
import type { AuditFault, AuditPlace } from '../../../shared/model/audit';
import type { Row } from './rows';

/** What the chain begins with. */
export const START: AuditPlace = { id: 0, hash: '' };

/** The columns a line’s hash is made of, in this order, beside the hash before it. */
export const SEALED = [
  'id',
  'at',
  'kind',
  'actor',
  'doctor_id',
  'service_day',
  'token_id',
  'reason_code',
  'reason_seal',
  'details',
] as const;

/** SHA-256 over the hash before and the line, as JSON without spaces. */
export function hashOfLine(previous: string, row: Row): string {
  const line = JSON.stringify(SEALED.map((column) => row[column] ?? null));
  return sha256(`${previous}\n${line}`);
}

/**
 * What stands in the line for somebody’s words, which may be erased without breaking the chain. With 128 random bits,
 * which are erased with them: nobody finds the words by trying.
 */
export function sealOf(salt: string, words: string): string {
  return sha256(`${salt}\n${words}`);
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Follows the chain from a good place through these rows, in the order of their numbers. */
export function followChain(
  from: AuditPlace,
  rows: readonly Row[],
): { good: AuditPlace; fault: AuditFault | null } {
  let good = from;
  for (const row of rows) {
    const id = Number(row.id);
    const at = Number(row.at);
    const expected = good.id + 1;
    if (id !== expected) return { good, fault: { id: expected, kind: 'missing', at: null } };
    const isSame = row.hash === hashOfLine(good.hash, row) && wordsAreAsSealed(row);
    if (!isSame) return { good, fault: { id, kind: 'changed', at } };
    good = { id, hash: String(row.hash) };
  }
  return { good, fault: null };
}

/** Erased words say nothing; others are those that were written. */
function wordsAreAsSealed({ reason_text: words, reason_salt: salt, reason_seal: seal }: Row): boolean {
  if (words === null || words === undefined) return true;
  return seal === sealOf(String(salt), String(words));
}

/** What the end of the chain lacks, or has too much, by what is kept of it beside. */
export function faultAtEnd(good: AuditPlace, last: AuditPlace): AuditFault | null {
  if (good.id < last.id) return { id: good.id + 1, kind: 'cut_off', at: null };
  if (good.id > last.id) return { id: last.id + 1, kind: 'added', at: null };
  return good.hash === last.hash ? null : { id: good.id, kind: 'changed', at: null };
}
