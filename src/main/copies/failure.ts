import { codeOf } from '../../shared/error-code';
import type { CopyFailure } from '../app/outside/copy-room';
import { CopyError, PlaceError } from './problem';

const FULL = /^(ENOSPC|EDQUOT|EFBIG|SQLITE_FULL)$/;
const DENIED = /^(EACCES|EPERM|EROFS|SQLITE_READONLY.*|SQLITE_PERM)$/;
const GONE =
  /^(ENOENT|ENOTDIR|EIO|ENODEV|ENXIO|ESTALE|EHOSTDOWN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ENOTCONN|EBUSY|UNKNOWN)$/;

/** What went wrong, by its name. Words are for the log: they may name files, and never patients. */
export function failureOf(error: unknown): CopyFailure {
  const words = error instanceof Error ? `${error.message} ${codeOf(error)}`.trim() : String(error);
  if (error instanceof CopyError || error instanceof PlaceError) return { problem: error.problem, words };
  const code = codeOf(error);
  if (FULL.test(code)) return { problem: 'no_room', words };
  if (DENIED.test(code)) return { problem: 'denied', words };
  if (GONE.test(code)) return { problem: 'gone', words };
  return { problem: 'failed', words };
}
