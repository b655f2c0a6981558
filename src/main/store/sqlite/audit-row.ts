import { packedId, unpackedId } from './packed-id';
import type { Row } from './rows';
import type { WordTable } from './words';

/** What a column of the audit is kept as. */
type Kept = Row[string] | Buffer;
export type KeptRow = Readonly<Record<string, Kept>>;

/** These stand in very many lines. */
const WORDS = ['kind', 'actor', 'doctor_id', 'service_day', 'person_id'] as const;

/** A line as it is kept: words as their numbers, its token and its hash as bytes. What is hashed is the line itself. */
export function keptRow(row: Row, words: Pick<WordTable, 'numberOf'>): KeptRow {
  const kept: Record<string, Kept> = { ...row };
  for (const column of WORDS) {
    const word = row[column];
    kept[column] = typeof word === 'string' ? words.numberOf(word) : null;
  }
  kept.token_id = typeof row.token_id === 'string' ? packedId(row.token_id) : null;
  kept.hash = Buffer.from(String(row.hash), 'hex');
  return kept;
}

/** The line of a row; also of one of an earlier version, which kept it as it is. */
export function lineRow(kept: KeptRow, wordOf: WordTable['wordOf']): Row {
  const row: Row = {};
  for (const [column, value] of Object.entries(kept)) row[column] = Buffer.isBuffer(value) ? null : value;
  for (const column of WORDS) {
    const number = kept[column];
    if (typeof number === 'number') row[column] = wordOf(number);
  }
  const { token_id: token, hash } = kept;
  if (Buffer.isBuffer(token)) row.token_id = unpackedId(token);
  if (Buffer.isBuffer(hash)) row.hash = hash.toString('hex');
  return row;
}
