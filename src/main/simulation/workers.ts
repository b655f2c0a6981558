import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Batch, RunResult } from './batch';
import type { Player } from './evaluate';

interface Job {
  readonly batch: Batch;
  readonly done: (results: RunResult[]) => void;
  readonly failed: (error: unknown) => void;
}

/** Worker threads, one a core, that share the batches out among them. `end` when all is played. */
export function startWorkers(script: URL, count = availableParallelism()): { play: Player; end: () => void } {
  const waiting: Job[] = [];
  const playing = new Map<Worker, Job>();
  const all = Array.from({ length: count }, () => new Worker(script));
  const idle = [...all];

  function next(): void {
    while (waiting.length > 0) {
      const worker = idle.pop();
      if (!worker) return;
      const job = waiting.shift();
      if (!job) return;
      playing.set(worker, job);
      worker.postMessage(job.batch);
    }
  }

  for (const worker of all) {
    worker.on('message', (results: RunResult[]) => {
      const job = playing.get(worker);
      playing.delete(worker);
      idle.push(worker);
      next();
      job?.done(results);
    });
    worker.on('error', (error) => playing.get(worker)?.failed(error));
  }

  return {
    play: (batch) =>
      new Promise((done, failed) => {
        waiting.push({ batch, done, failed });
        next();
      }),
    end: () => {
      for (const worker of all) void worker.terminate();
    },
  };
}
