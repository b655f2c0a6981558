import type { AppError, ErrorCode, ErrorDetails } from './app-error';

/* No zod here: the app's windows come up before it is loaded. */
export type { AppError, ErrorDetails } from './app-error';

/** An expected outcome, good or bad. Nothing is thrown across a boundary. */
export type Result<T, E = AppError> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

export function fail(code: ErrorCode, message: string, details?: ErrorDetails): Result<never> {
  return { ok: false, error: details === undefined ? { code, message } : { code, message, details } };
}

/** Closes a union: a new case that somebody forgot does not compile. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
