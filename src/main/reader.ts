/** A worker thread of the app: reads reports over a connection of its own, while the app goes on. */
import { parentPort, workerData } from 'node:worker_threads';
import { createReader } from './reading/read';
import type { ReadMessage, ReadOrder } from './reading-room';
import type { OpenOptions } from './store/sqlite/open-options';

/** More often nobody can see it. */
const TOLD_EVERY_MS = 250;

const reader = createReader(workerData as OpenOptions);
const tell = (message: ReadMessage): void => parentPort?.postMessage(message);

parentPort?.on('message', ({ id, kind, input, stopped }: ReadOrder) => {
  const isStopped = new Int32Array(stopped);
  let toldAt = performance.now();
  try {
    const result = reader.read(kind, input, {
      isStopped: () => Atomics.load(isStopped, 0) === 1,
      progress(part) {
        if (performance.now() - toldAt < TOLD_EVERY_MS) return;
        toldAt = performance.now();
        tell({ id, part });
      },
    });
    tell({ id, result });
  } catch (error) {
    tell({ id, failed: String(error) });
  }
});
