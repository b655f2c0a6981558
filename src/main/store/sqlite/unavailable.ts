import type { AppError } from '../../../shared/result';
import { UnavailableError } from '../store';

/** What to say of an error of SQLite that is none of ours; undefined: it is a defect. */
export function refusalOf(error: unknown): AppError | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const refused = (message: string): AppError => ({ code: 'UNAVAILABLE', message, details: { code } });
  if (code === 'SQLITE_FULL') return refused('The disk is full. Nothing was saved.');
  if (/^SQLITE_(BUSY|LOCKED|IOERR|READONLY|CANTOPEN|NOMEM|PROTOCOL)/.test(code)) {
    return refused('The data cannot be read or saved just now. Nothing was changed.');
  }
  return undefined;
}

/** The same methods; where the file cannot be read or written they throw {@link UnavailableError}. */
export function refusing<T extends object>(methods: T): T {
  const guarded = Object.entries(methods).map(([name, method]) => [
    name,
    async (...values: unknown[]): Promise<unknown> => {
      try {
        return await method(...values);
      } catch (error) {
        const refusal = refusalOf(error);
        throw refusal ? new UnavailableError(refusal, error) : error;
      }
    },
  ]);
  return Object.fromEntries(guarded) as T;
}
