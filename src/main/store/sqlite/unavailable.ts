import { codeOf } from '../../../shared/error-code';
import { dataRefusals } from '../../../shared/refusals/data';
import type { AppError, Result } from '../../../shared/result';
import { UnavailableError } from '../unavailable';

/** What to say of an error of SQLite, or of the system, that is none of ours; undefined: it is a defect. */
export function refusalOf(error: unknown): AppError | undefined {
  const code = codeOf(error);
  const refused = (reason: keyof typeof dataRefusals): AppError => ({
    code: 'UNAVAILABLE',
    message: dataRefusals[reason],
    details: { reason, code },
  });
  if (code === 'OPD_DATA_MOVED') return refused('data_moved');
  if (/^(SQLITE_FULL|ENOSPC|EDQUOT)$/.test(code)) return refused('data_full');
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return refused('data_damaged');
  if (/^(SQLITE_(BUSY|LOCKED|IOERR|READONLY|CANTOPEN|NOMEM|PROTOCOL)|E[A-Z]+$)/.test(code)) {
    return refused('data_unavailable');
  }
  return undefined;
}

/** An error of SQLite that is none of ours as what the store promises to throw; any other as it is. */
export function asUnavailable(error: unknown): unknown {
  const refusal = refusalOf(error);
  return refusal ? new UnavailableError(refusal, error) : error;
}

/** A refusal, where the data cannot be had just now; all else is thrown on. */
export function unavailableOr(error: unknown): Result<never> {
  const unavailable = refusalOf(error);
  if (unavailable) return { ok: false, error: unavailable };
  throw error;
}
