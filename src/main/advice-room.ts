import { Worker } from 'node:worker_threads';
import type { AdviceFigures, AdviceJob, AdviceRoom } from './app/outside/advice-room';
import { oneAtATime } from './app/run/one-at-a-time';

/** Calculates in a thread that ends with its answer. `script`: where `advise.js` was built to. */
export function createAdviceRoom(script: string): AdviceRoom {
  const inTurn = oneAtATime();
  return { find: (job) => inTurn(() => calculated(script, job)) };
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
