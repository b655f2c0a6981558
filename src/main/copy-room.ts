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

const given = (problem: CopyFailure['problem'], words: string): Result<never, CopyFailure> => ({
  ok: false,
  error: { problem, words },
});

/** Does each job in a thread of its own, which ends with it. `script`: where `copier.js` was built to. */
export function createCopyRoom(
  script: string,
  tools: CopyOrder['tools'],
  patience: number = PATIENCE_MS,
): CopyRoom {
  const running = new Set<() => void>();
  return {
    run<J extends CopyJob>(job: J, input: CopyJobs[J]['input'], progress?: (part: number) => void) {
      return new Promise<Result<CopyJobs[J]['output'], CopyFailure>>((done) => {
        const worker = new Worker(script);
        const end = (result: Result<CopyJobs[J]['output'], CopyFailure>): void => {
          clearTimeout(timer);
          running.delete(stop);
          void worker.terminate();
          done(result);
        };
        const stop = (): void => end(given('failed', 'stopped'));
        const giveUp = (): void => end(given('no_answer', `${job} made no step`));
        let timer = setTimeout(giveUp, patience);
        running.add(stop);
        worker.on('message', (message: CopyMessage) => {
          if ('result' in message) return end(message.result as Result<CopyJobs[J]['output'], CopyFailure>);
          clearTimeout(timer);
          timer = setTimeout(giveUp, patience);
          progress?.(message.part);
        });
        worker.once('error', (error) => end(given('failed', String(error))));
        worker.once('exit', () => end(given('failed', 'ended before it was done')));
        const order: CopyOrder<J> = { job, input, tools };
        worker.postMessage(order);
      });
    },
    stop() {
      for (const stop of [...running]) stop();
    },
  };
}
