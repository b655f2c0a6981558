import type { AuditLine } from '../../shared/model/audit';
import type { CallListLine } from '../../shared/model/call-list';
import type { BookEvent } from '../../shared/model/event';
import type { PatientId, TokenId } from '../../shared/model/ids';
import type { PrintJob } from '../../shared/model/print-job';
import type { RegisteredPatient } from '../../shared/model/registered-patient';
import type { Search } from '../../shared/model/search';
import type { Instant, ServiceDay } from '../../shared/model/time';
import type { Token } from '../../shared/model/token';
import type { NewAuditLine } from './audit';

/** What is kept of a patient, and how it goes. */
export interface PatientStore {
  /**
   * Tokens that the search finds among the next `most` with a patient, the latest day first, after a place; null: from the
   * beginning. `next`: where to go on; null: there are no more.
   */
  findPatients(
    search: Search,
    after: TokenPlace | null,
    most: number,
  ): { readonly found: readonly PatientOfToken[]; readonly next: TokenPlace | null };
  /**
   * The token, all others of the same name and contact, and of the same contact with another name: a family shares a
   * phone. `isSame`: of that very patient, as R17 knows them, or made from one by a transfer (R21).
   */
  tokensNear(tokenId: TokenId, limit: number): readonly { readonly token: Token; readonly isSame: boolean }[];
  /** All that is kept with these tokens. */
  keptOf(tokenIds: readonly TokenId[]): KeptOfPatient;
  /** The next tokens that are over, of before this day, whose patient is not erased yet, the oldest first. */
  tokensToErase(before: ServiceDay, limit: number): readonly Token[];
  countToErase(before: ServiceDay): number;
  /**
   * Erases whose tokens these were, and counts them; null in place of a line: there are more to come. With the line goes
   * how many were erased since the last one, if any.
   */
  eraseInSteps(tokenIds: readonly TokenId[], line: NewAuditLine | null): void;
  /** Erases those of these patients who have no visit: their rows, and what happened with tokens that were theirs once. */
  forgetPatients(ids: readonly PatientId[]): void;
  /**
   * Writes the whole file anew if anything was erased since that was last done: what was moved about in it long before
   * may have left traces. Not if the file has more than `most` bytes, since nothing else can be done meanwhile. Answers
   * whether nothing is left of what was erased.
   */
  wipeTraces(most: number): boolean;
}

/** Whose a token is. */
export type PatientOfToken = Pick<
  Token,
  'id' | 'patientName' | 'patientContact' | 'serviceDay' | 'createdAt'
>;

/** A place among all tokens by their days. */
export type TokenPlace = Pick<Token, 'id' | 'serviceDay'>;

export interface KeptOfPatient {
  /** What the register knows of them, with what was merged. */
  readonly patients: readonly RegisteredPatient[];
  readonly tokens: readonly Token[];
  readonly events: readonly BookEvent[];
  readonly callList: readonly CallListLine[];
  readonly printJobs: readonly PrintJob[];
  readonly audit: readonly AuditLine[];
  /** R17: what requests were answered. */
  readonly answers: readonly { readonly at: Instant; readonly answer: unknown }[];
}
