import type Database from 'better-sqlite3';
import type { AuditPlace } from '../../../shared/model/audit';
import type { AuditStore } from '../audit';
import { faultAtEnd, followChain, START } from './audit-chain';
import { type KeptRow, lineRow } from './audit-row';
import { first } from './rows';
import { type WordTable, wordTable } from './words';

/** Where the chain ends, by what is kept of that beside it. */
export function auditHead(database: Database.Database): () => AuditPlace {
  const head = database.prepare('SELECT id, hash FROM audit_head');
  return () => {
    const row = first(head);
    return row ? { id: Number(row.id), hash: String(row.hash) } : START;
  };
}

/** Checks the audit of a database of this version, or of an earlier one. Nothing is written. */
export function auditCheck(database: Database.Database): AuditStore['checkAudit'] {
  const lastPlace = auditHead(database);
  const following = database.prepare('SELECT * FROM audit WHERE id > ? ORDER BY id LIMIT ?');
  const wordOf = wordsIfNeeded(database);
  const check = database.transaction((from: AuditPlace | null, limit: number) => {
    const last = lastPlace();
    const rows = following.all(from?.id ?? 0, limit) as KeptRow[];
    // The same few stand in all of these.
    const known = new Map<number, string>();
    const lines = rows.map((row) =>
      lineRow(row, (number) => {
        const word = known.get(number) ?? wordOf(number);
        known.set(number, word);
        return word;
      }),
    );
    const { good, fault } = followChain(from ?? START, lines);
    const isEnd = fault !== null || rows.length < limit;
    return { good, last, fault: fault ?? (isEnd ? faultAtEnd(good, last) : null), isEnd };
  });
  return (from, limit) => check.deferred(from, limit);
}

/** Earlier versions have no words. */
function wordsIfNeeded(database: Database.Database): WordTable['wordOf'] {
  let table: WordTable | undefined;
  return (number) => {
    table ??= wordTable(database);
    return table.wordOf(number);
  };
}
