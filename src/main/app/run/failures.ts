import type { AppError } from '../../../shared/result';
import { UnavailableError } from '../../store/store';
import type { Environment } from '../environment';

/** What to answer when something was thrown: that the data cannot be had now, or that there is a defect of ours. */
export function refusalOf({ log, newId }: Environment, call: string, error: unknown): AppError {
  if (error instanceof UnavailableError) {
    log.error('data unavailable', { call }, error.cause);
    return error.refusal;
  }
  const reference = newId().slice(0, 8);
  log.error('unexpected error', { reference, call }, error);
  const message = `Something went wrong. Nothing was lost. Please tell support: ${reference}.`;
  return { code: 'INTERNAL', message, reference };
}

/**
 * What follows a commit: telling windows, learning. It is logged if it fails, and fails nothing: what was done is never
 * answered as not done.
 */
export async function afterwards(
  { log }: Pick<Environment, 'log'>,
  what: string,
  work: () => unknown,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error('done, but not all that follows', what, error);
  }
}
