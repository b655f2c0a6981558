import type { AppError } from '../../shared/result';

/** Thrown by every method of a store that cannot read or write just now. What it says is for people. */
export class UnavailableError extends Error {
  constructor(
    readonly refusal: AppError,
    cause: unknown,
  ) {
    super(refusal.message, { cause });
  }
}
