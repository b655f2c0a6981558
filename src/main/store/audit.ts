import type { AuditFault, AuditLine, AuditPlace } from '../../shared/model/audit';
import type { DoctorId, PersonId, TokenId } from '../../shared/model/ids';
import type { Instant } from '../../shared/model/time';

/** What is to be written: its number and its hash follow from the line before. */
export type NewAuditLine = Omit<AuditLine, 'id'>;

/** Who did or looked at what. Lines are only ever added. */
export interface AuditStore {
  /** Adds a line, in a commit of its own: of what was changed without a transaction, or looked at. */
  addAuditLine(line: NewAuditLine): void;
  /** The lines that fit all that is given, the latest first: at most `limit`, of those before the line `before`. */
  auditLines(wanted: WantedAuditLines, limit: number, before?: number): readonly ListedAuditLine[];
  /** When the first line was written; undefined: there is none. */
  auditSince(): Instant | undefined;
  /** How often each reason was given for what, in this time. */
  reasonCounts(from: Instant, until: Instant): readonly ReasonCount[];
  /** Checks the chain for at most `limit` lines from a place that is known to be good; null: from the beginning. */
  checkAudit(from: AuditPlace | null, limit: number): CheckedPiece;
}

/** With the number of its token. */
export type ListedAuditLine = AuditLine & { readonly number: string | null };

export interface WantedAuditLines {
  readonly tokenId?: TokenId | undefined;
  readonly doctorId?: DoctorId | undefined;
  readonly personId?: PersonId | undefined;
  readonly kind?: string | undefined;
  /** From this moment on, and until before that one. */
  readonly from?: Instant | undefined;
  readonly until?: Instant | undefined;
}

export interface ReasonCount {
  readonly kind: string;
  readonly code: string;
  readonly count: number;
}

export interface CheckedPiece {
  /** How far the chain is good. */
  readonly good: AuditPlace;
  /** The last line that was written, as is kept beside the chain. */
  readonly last: AuditPlace;
  readonly fault: AuditFault | null;
  /** There is nothing more to check. */
  readonly isEnd: boolean;
}
