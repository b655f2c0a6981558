import { Worker } from 'node:worker_threads';
import type { AdviceFigures, AdviceJob, AdviceRoom } from './app/outside/advice-room';

/** Calculates in a thread that ends with its answer. `script`: where `advise.js` was built to. */
export function createAdviceRoom(script: string): AdviceRoom {
  let last: Promise<unknown> = Promise.resolve();
  return {
    find(job) {
      const found = last.then(() => calculated(script, job));
      // Whoever comes next waits for it, whatever became of it.
      last = found.catch(() => undefined);
      return found;
    },
  };
}

function calculated(script: string, job: AdviceJob): Promise<AdviceFigures> {
  const worker = new Worker(script);
  return new Promise<AdviceFigures>((done, failed) => {
    worker.once('message', done);
    worker.once('error', failed);
    worker.once('exit', () => failed(new Error('The advice ended before it was done.')));
    worker.postMessage(job);
  }).finally(() => worker.terminate());
}
