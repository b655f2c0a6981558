import { codeOf } from '../../../shared/error-code';
import type { AppError, Result } from '../../../shared/result';
import { UnavailableError } from '../unavailable';

/** What to say of an error of SQLite that is none of ours; undefined: it is a defect. */
export function refusalOf(error: unknown): AppError | undefined {
  const code = codeOf(error);
  const refused = (message: string): AppError => ({ code: 'UNAVAILABLE', message, details: { code } });
  if (code === 'SQLITE_FULL') return refused('The disk is full. Nothing was saved.');
  if (/^SQLITE_(BUSY|LOCKED|IOERR|READONLY|CANTOPEN|NOMEM|PROTOCOL)/.test(code)) {
    return refused('The data cannot be read or saved just now. Nothing was changed.');
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
