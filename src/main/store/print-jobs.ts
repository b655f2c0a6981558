import type { PrintJobId, TokenId } from '../../shared/model/ids';
import type { Payment } from '../../shared/model/payment';
import type { PrintJob } from '../../shared/model/print-job';
import type { Instant } from '../../shared/model/time';

/** Slips that were asked for. */
export interface PrintJobStore {
  printJob(id: PrintJobId): PrintJob | undefined;
  /** The latest of a token, but for receipts. */
  printJobOfToken(tokenId: TokenId): PrintJob | undefined;
  /** The latest receipt of a payment. */
  receiptJob(payment: Pick<Payment, 'id' | 'tokenId'>): PrintJob | undefined;
  /** Jobs in any of these states that were asked for since then, oldest first. */
  printJobsIn(states: readonly PrintJob['state'][], since?: Instant): readonly PrintJob[];
  /** Jobs that are queued, or failed and to be tried again, oldest first. */
  printJobsToPrint(): readonly PrintJob[];
  /** How many jobs asked for since then are in which state. */
  countPrintJobs(since: Instant): readonly PrintJobCount[];
}

/** Jobs of one station in one state; `again`: they failed and will be tried again. */
export interface PrintJobCount {
  readonly station: PrintJob['station'];
  readonly state: PrintJob['state'];
  readonly again: boolean;
  readonly count: number;
  /** When the latest of them got there. */
  readonly latest: Instant;
}
