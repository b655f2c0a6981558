import { Worker } from 'node:worker_threads';
import {
  type ReadingRoom,
  type ReadKind,
  type ReadOrders,
  type RunningReading,
  STOPPED,
} from './app/outside/reading-room';
import type { OpenOptions } from './store/sqlite/open-options';

export interface ReadOrder<K extends ReadKind = ReadKind> {
  readonly id: number;
  readonly kind: K;
  readonly input: ReadOrders[K]['input'];
  /** Set to 1 from outside: nobody wants it any more. */
  readonly stopped: SharedArrayBuffer;
}

/** What the worker says. */
export type ReadMessage = { readonly id: number } & (
  | { readonly part: number }
  | { readonly result: ReadOrders[ReadKind]['output'] | typeof STOPPED }
  | { readonly failed: string }
);

/** So long it stays once nothing is read: the next report of somebody who looks through them comes at once. */
const IDLE_MS = 60_000;

interface Waiting {
  done(result: ReadOrders[ReadKind]['output'] | typeof STOPPED): void;
  failed(error: Error): void;
  readonly progress: ((part: number) => void) | undefined;
}

/** Reads in a thread of its own, with a connection of its own. `script`: where `reader.js` was built to. */
export function createReadingRoom(script: string, database: OpenOptions): ReadingRoom {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let idle: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  let lastId = 0;

  function dismiss(): Promise<unknown> {
    const leaving = worker;
    worker = undefined;
    return leaving?.terminate() ?? Promise.resolve();
  }

  function failAll(error: Error): void {
    for (const { failed } of waiting.values()) failed(error);
    waiting.clear();
  }

  function settle(id: number): void {
    waiting.delete(id);
    if (waiting.size > 0) return;
    idle = setTimeout(() => void dismiss(), IDLE_MS);
    idle.unref();
  }

  function present(): Worker {
    clearTimeout(idle);
    if (worker) return worker;
    const made = new Worker(script, { workerData: database });
    made.on('message', (message: ReadMessage) => {
      const one = waiting.get(message.id);
      if (!one) return;
      if ('part' in message) return one.progress?.(message.part);
      settle(message.id);
      if ('failed' in message) one.failed(new Error(message.failed));
      else one.done(message.result);
    });
    const gone = (error: Error): void => {
      if (worker !== made) return;
      worker = undefined;
      failAll(error);
    };
    made.once('error', gone);
    made.once('exit', () => gone(new Error('The reading room ended.')));
    made.unref();
    worker = made;
    return made;
  }

  return {
    read<K extends ReadKind>(kind: K, input: ReadOrders[K]['input'], progress?: (part: number) => void) {
      lastId += 1;
      const id = lastId;
      const stopped = new SharedArrayBuffer(4);
      const result = new Promise<ReadOrders[ReadKind]['output'] | typeof STOPPED>((done, failed) => {
        if (isStopped) {
          done(STOPPED);
          return;
        }
        waiting.set(id, { done, failed, progress });
        const order: ReadOrder<K> = { id, kind, input, stopped };
        present().postMessage(order);
      }) as RunningReading<K>['result'];
      return {
        result,
        stop() {
          Atomics.store(new Int32Array(stopped), 0, 1);
        },
      };
    },
    async stop() {
      isStopped = true;
      clearTimeout(idle);
      for (const { done } of waiting.values()) done(STOPPED);
      waiting.clear();
      await dismiss();
    },
  };
}
