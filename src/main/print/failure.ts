import type { PrinterHealth, PrintProblem } from '../../shared/model/print-job';
import type { AppError } from '../../shared/result';

/** Why a slip did not leave. Thrown within the print room only; its edge turns it into a state. */
export class PrintFailure extends Error {
  constructor(
    readonly problem: PrintProblem,
    /** Some of it had left already: it may have come out, and nobody but staff can tell. */
    readonly mayHavePrinted: boolean,
    readonly by?: unknown,
  ) {
    super(`${problem}${by instanceof Error ? `: ${by.message}` : ''}`);
  }
}

/** The job is no longer what it was when the work on it began: nothing has left, and nothing may. */
export class Abandoned extends Error {
  constructor(readonly reason: AppError) {
    super(reason.message);
  }
}

/** What a problem says of the printer; undefined: nothing. */
export function healthBy(problem: PrintProblem): PrinterHealth | undefined {
  if (problem === 'paper_out' || problem === 'cover_open') return problem;
  if (['queue_stopped', 'queue_closed', 'job_held', 'queue_slow', 'not_in_queue'].includes(problem))
    return 'stopped';
  const isAway = ['offline', 'refused', 'printer_gone', 'device_missing', 'printer_error'].includes(problem);
  return isAway ? 'offline' : undefined;
}
