import { Worker } from 'node:worker_threads';
import type { TrialResult } from '../shared/model/trial';
import type { TrialRoom } from './app/outside/trial-room';

/** What the worker says: how many days are done, and at last what came of them. */
export type TrialMessage = { readonly done: number } | { readonly result: TrialResult };

/** Plays each trial in a thread of its own, which ends with it. `script`: where `trial.js` was built to. */
export function createTrialRoom(script: string): TrialRoom {
  return {
    start(job, progress) {
      const worker = new Worker(script);
      let isOver = false;
      const result = new Promise<TrialResult>((done, failed) => {
        worker.on('message', (message: TrialMessage) => {
          if (isOver) return;
          if ('done' in message) return progress(message.done);
          isOver = true;
          done(message.result);
          void worker.terminate();
        });
        worker.once('error', failed);
        worker.once('exit', () => {
          if (!isOver) failed(new Error('The trial ended before it was done.'));
        });
      });
      worker.postMessage(job);
      return {
        result,
        stop() {
          isOver = true;
          void worker.terminate();
        },
      };
    },
  };
}
