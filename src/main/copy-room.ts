import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Result } from '../shared/result';
import type { CopyFailure, CopyJob, CopyJobs, CopyRoom } from './app/outside/copy-room';

export interface CopyOrder<J extends CopyJob = CopyJob> {
  readonly job: J;
  readonly input: CopyJobs[J]['input'];
  readonly tools: { readonly database: string; readonly nativeBinding: string | undefined };
}

/** What the worker says: how far it is, and at last what came of it. */
export type CopyMessage =
  | { readonly part: number }
  | { readonly result: Result<CopyJobs[CopyJob]['output'], CopyFailure> };

/** A step is a quarter of a megabyte, or reading a whole database once: where nothing is heard for so long, nothing comes. */
const PATIENCE_MS = 5 * 60_000;
/** To see what lies in a folder; somebody looks at the screen meanwhile. */
const LOOK_PATIENCE_MS = 20_000;

const given = (problem: CopyFailure['problem'], words: string): Result<never, CopyFailure> => ({
  ok: false,
  error: { problem, words },
});

/** Where a job reads or writes. */
function folderOf<J extends CopyJob>(input: CopyJobs[J]['input']): string | null {
  if ('place' in input) return input.place.folder;
  if ('path' in input) return dirname(input.path);
  return 'folder' in input ? input.folder : null;
}

/** A thread that can be ended is gone in milliseconds. */
const LEAVING_MS = 2_000;

async function allOrTooLong(leaving: ReadonlySet<Promise<unknown>>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise((done) => {
    timer = setTimeout(done, LEAVING_MS);
  });
  await Promise.race([Promise.allSettled(leaving), tooLong]);
  clearTimeout(timer);
}

/**
 * Does each job in a thread of its own, which ends with it. `script`: where `copier.js` was built to.
 *
 * A thread that waits for a network drive that hangs cannot be ended, nor can a process while it has one. So no second one
 * is sent there; and a process that ends with one ends at once, as if it were killed: by then its data are closed.
 */
export function createCopyRoom(
  script: string,
  tools: CopyOrder['tools'],
  patience: number = PATIENCE_MS,
): CopyRoom {
  const running = new Set<() => void>();
  let isStopped = false;
  /** By worker: the folder that gave no answer. */
  const hanging = new Map<Worker, string>();

  const leaving = new Set<Promise<unknown>>();

  /** One that has answered waits for nothing but its end. */
  function dismiss(worker: Worker, { mayHang }: { readonly mayHang: boolean }): void {
    if (mayHang) endAtOnceWith(worker);
    worker.unref();
    const going = worker.terminate();
    leaving.add(going);
    void going.finally(() => leaving.delete(going));
  }
  function endAtOnceWith(worker: Worker): void {
    process.on('exit', endAtOnce);
    worker.once('exit', () => {
      process.off('exit', endAtOnce);
      hanging.delete(worker);
    });
  }
  // One of its own for each room, so that what one takes away stays with the others.
  const endAtOnce = (): void => void process.kill(process.pid, 'SIGKILL');

  return {
    run<J extends CopyJob>(job: J, input: CopyJobs[J]['input'], progress?: (part: number) => void) {
      const folder = folderOf(input);
      const waits = job === 'look' || job === 'list' ? Math.min(patience, LOOK_PATIENCE_MS) : patience;
      return new Promise<Result<CopyJobs[J]['output'], CopyFailure>>((done) => {
        if (isStopped) {
          done(given('failed', 'stopped'));
          return;
        }
        if (folder !== null && [...hanging.values()].includes(folder)) {
          done(given('no_answer', 'what was asked there before still waits'));
          return;
        }
        const worker = new Worker(script);
        let hasEnded = false;
        const end = (result: Result<CopyJobs[J]['output'], CopyFailure>, mayHang = false): void => {
          // Its exit follows, and ends nothing more.
          if (hasEnded) return;
          hasEnded = true;
          clearTimeout(timer);
          running.delete(stop);
          dismiss(worker, { mayHang });
          done(result);
        };
        const stop = (): void => end(given('failed', 'stopped'), true);
        const giveUp = (): void => {
          if (folder !== null) hanging.set(worker, folder);
          end(given('no_answer', `${job} made no step`), true);
        };
        let timer = setTimeout(giveUp, waits);
        running.add(stop);
        worker.on('message', (message: CopyMessage) => {
          if ('result' in message) return end(message.result as Result<CopyJobs[J]['output'], CopyFailure>);
          clearTimeout(timer);
          timer = setTimeout(giveUp, waits);
          progress?.(message.part);
        });
        worker.once('error', (error) => end(given('failed', String(error))));
        worker.once('exit', () => end(given('failed', 'ended before it was done')));
        const order: CopyOrder<J> = { job, input, tools };
        worker.postMessage(order);
      });
    },
    async stop() {
      isStopped = true;
      for (const stop of [...running]) stop();
      await allOrTooLong(leaving);
    },
  };
}
