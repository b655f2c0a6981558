/** A worker thread of the evaluation: plays the batches it is sent. */
import { parentPort } from 'node:worker_threads';
import { type Batch, playBatch } from './batch';

parentPort?.on('message', (batch: Batch) => parentPort?.postMessage(playBatch(batch)));
