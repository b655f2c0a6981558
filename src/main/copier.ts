/** A worker thread of the app: makes and proves copies of the data, while the app goes on. */
import { parentPort } from 'node:worker_threads';
import { doCopyJob } from './copies/jobs';
import type { CopyMessage, CopyOrder } from './copy-room';

/** More often nobody can see it. */
const TOLD_EVERY_MS = 250;

const tell = (message: CopyMessage): void => parentPort?.postMessage(message);

parentPort?.once('message', ({ job, input, tools }: CopyOrder) => {
  let toldAt = 0;
  const progress = (part: number): void => {
    if (performance.now() - toldAt < TOLD_EVERY_MS) return;
    toldAt = performance.now();
    tell({ part });
  };
  void doCopyJob(job, input, { ...tools, progress }).then((result) => tell({ result }));
});
