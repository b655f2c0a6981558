import type { PlaceProblem } from '../../shared/model/backups';
import type { CopyProblem } from '../../shared/model/copy';

/** Thrown where a copy, or a database, is not what it should be. */
export class CopyError extends Error {
  constructor(
    readonly problem: CopyProblem,
    cause?: unknown,
  ) {
    super(`The copy cannot be used: ${problem}.`, { cause });
  }
}

/** Of an error of the system, of zlib, or of SQLite; empty: it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Thrown where a place cannot take a copy. */
export class PlaceError extends Error {
  constructor(readonly problem: PlaceProblem) {
    super(`The place cannot be used: ${problem}.`);
  }
}
