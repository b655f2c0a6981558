import type Database from 'better-sqlite3';
import type { AuditFault, AuditPlace } from '../../../shared/model/audit';
import { START } from './audit-chain';
import { auditCheck } from './audit-check';
import { openReadOnly } from './read-only';
import { first } from './rows';

/** Lines checked at a time. */
const PIECE = 5_000;

export interface CheckedFile {
  /** How far the chain is good. */
  readonly good: AuditPlace;
  readonly fault: AuditFault | null;
  /** Whether a line of which the hash was kept elsewhere still has it; null: none was given. */
  readonly isAsKept: boolean | null;
}

/**
 * Checks the audit of a database file, which may be in use. Nothing is written. Throws if there is no such file, or no
 * audit in it.
 * @param kept a line and its hash, written down elsewhere some time ago
 */
export function checkAuditFile(
  path: string,
  nativeBinding: string | undefined,
  kept: AuditPlace | null,
): CheckedFile {
  const database = openReadOnly(path, { nativeBinding });
  try {
    const has = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'audit'");
    if (!first(has)) throw new Error('This database is of a version that kept no record yet.');
    const checkAudit = auditCheck(database);
    let piece = checkAudit(null, PIECE);
    while (!piece.isEnd) piece = checkAudit(piece.good, PIECE);
    return {
      good: piece.good,
      fault: piece.fault,
      isAsKept: kept && hashOf(database, kept.id) === kept.hash,
    };
  } finally {
    database.close();
  }
}

function hashOf(database: Database.Database, id: number): string {
  if (id === START.id) return START.hash;
  const hash: unknown = database.prepare('SELECT hash FROM audit WHERE id = ?').pluck().get(id);
  return Buffer.isBuffer(hash) ? hash.toString('hex') : String(hash);
}
