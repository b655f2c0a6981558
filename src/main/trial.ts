/** A worker thread of the app: tries rules on simulated days, while the app goes on. */
import { parentPort } from 'node:worker_threads';
import type { TrialJob } from './app/outside/trial-room';
import { playTrial } from './simulation/trial';
import type { TrialMessage } from './trial-room';

/** More often nobody can read it. */
const TOLD_EVERY_MS = 250;

const tell = (message: TrialMessage): void => parentPort?.postMessage(message);

parentPort?.once('message', (job: TrialJob) => {
  let toldAt = performance.now();
  const result = playTrial(job, (done) => {
    if (performance.now() - toldAt < TOLD_EVERY_MS) return;
    toldAt = performance.now();
    tell({ done });
  });
  tell({ result });
});
