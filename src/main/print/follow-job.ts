import { setTimeout as pause } from 'node:timers/promises';
import type { PrintProblem } from '../../shared/model/print-job';
import type { PrintQueue } from './cups-queue';
import { Abandoned, PrintFailure } from './failure';

const LOOK_EVERY_MS = 250;
const LATER_EVERY_MS = 1_500;
/** From then on it is looked at less often. */
const SOON_MS = 5_000;
/** A queue that was handed a job and does not know of it by now will not. */
const APPEARS_WITHIN_MS = 10_000;
/** So long a slip may be in a queue before somebody should look. */
const SLOW_AFTER_MS = 30_000;

/** Whoever waits for a job. */
export interface JobWatcher {
  /** Why it has not come out yet; null: it goes on. */
  tell(problem: PrintProblem | null): Promise<void>;
  /** Nobody waits any more; the job stays where it is. */
  hasLeft(): boolean;
}

/**
 * Waits until a queue is through with a job. Throws {@link PrintFailure}: it never took it, or dropped it, and nobody can
 * tell what came out; {@link Abandoned} when the watcher leaves.
 */
export async function followJob(
  queue: PrintQueue,
  { printer, title }: { readonly printer: string; readonly title: string },
  watcher: JobWatcher,
): Promise<void> {
  const began = performance.now();
  let seen = false;
  let told: PrintProblem | null = null;
  for (;;) {
    if (watcher.hasLeft()) throw new Abandoned({ code: 'CONFLICT', message: 'The app is ending.' });
    const state = await queue.job(printer, title);
    const waited = performance.now() - began;
    if (state === 'completed') return;
    if (state === 'dropped') throw new PrintFailure('queue_dropped', true);
    // One that forgets its jobs once they are through had it.
    if (state === 'absent' && seen) return;
    if (state === 'absent' && waited > APPEARS_WITHIN_MS) throw new PrintFailure('not_in_queue', true);
    if (state !== null && state !== 'absent') {
      seen = true;
      const problem = await problemOf(queue, printer, state, waited);
      if (problem !== told) await watcher.tell(problem);
      told = problem;
    }
    await pause(waited < SOON_MS ? LOOK_EVERY_MS : LATER_EVERY_MS);
  }
}

async function problemOf(
  queue: PrintQueue,
  printer: string,
  state: 'pending' | 'held' | 'processing' | 'stopped',
  waited: number,
): Promise<PrintProblem | null> {
  if (state === 'held') return 'job_held';
  const now = await queue.look(printer);
  if (state === 'stopped' || now?.stopped) {
    return now?.health === 'paper_out' || now?.health === 'cover_open' ? now.health : 'queue_stopped';
  }
  return waited > SLOW_AFTER_MS ? 'queue_slow' : null;
}
