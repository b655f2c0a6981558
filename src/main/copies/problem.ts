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

/** Thrown where a place cannot take a copy. */
export class PlaceError extends Error {
  constructor(readonly problem: PlaceProblem) {
    super(`The place cannot be used: ${problem}.`);
  }
}
