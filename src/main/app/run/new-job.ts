import { printJobIdSchema, type TokenId } from '../../../shared/model/ids';
import type { Language } from '../../../shared/model/language';
import type { PrintJob } from '../../../shared/model/print-job';
import { type PrintSettings, type StationName, targetOf } from '../../../shared/model/print-settings';
import type { Instant } from '../../../shared/model/time';

/** In which language, and at whose printer. */
export interface SlipWish {
  readonly language: Language;
  readonly station: StationName;
}

interface NewJob extends SlipWish, Partial<Pick<PrintJob, 'kind' | 'copy' | 'paymentId'>> {
  readonly id: string;
  readonly tokenId: TokenId;
}

/**
 * A slip that is asked for, of a token or its new slot, the original unless told otherwise. None where the station
 * prints no slips: nobody should wait for one, nor be told that it failed.
 */
export function newPrintJob(print: PrintSettings, now: Instant, job: NewJob): PrintJob | undefined {
  const { way } = targetOf(print, job.station);
  if (way === 'none') return undefined;
  return {
    kind: 'token',
    copy: 0,
    paymentId: null,
    ...job,
    id: printJobIdSchema.parse(job.id),
    state: 'queued',
    way,
    pdfPath: null,
    printer: null,
    problem: null,
    attempts: 0,
    nextAttemptAt: null,
    createdAt: now,
    updatedAt: now,
  };
}
