import { codeOf } from '../../../shared/error-code';

/** So long somebody else may hold the file, such as a program that copies it, before a command fails. */
const PATIENCE_MS = 5_000;
const LOOK_AGAIN_MS = 20;

/**
 * Tries again while another program holds the database. Waiting in SQLite itself would stand still with every window,
 * the board and the clock; here only who asked waits. Throws what the last try threw.
 */
export async function patiently<T>(attempt: () => T): Promise<T> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error) || performance.now() >= until) throw error;
    }
    await new Promise((goOn) => setTimeout(goOn, LOOK_AGAIN_MS));
  }
}

function isBusy(error: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error));
}
