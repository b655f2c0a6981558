import { connect, type Socket } from 'node:net';
import { codeOf } from '../../shared/error-code';
import { PrintFailure } from './failure';
import { isStatusByte } from './printer-status';

const CHUNK_BYTES = 4096;

/** A connection to a printer. Its promises reject with the reason once the connection is broken. */
export interface Connection {
  /** Sends all of it, as fast as the printer takes it; rejects `stalled` when it takes none for `patienceMs`. */
  send(bytes: Uint8Array, patienceMs: number): Promise<void>;
  /** Sends a question; the first status byte that comes after it, undefined if none does in time. */
  ask(request: Uint8Array, patienceMs: number): Promise<number | undefined>;
  /** Says that this was all, and waits for the printer to say so too, or `patienceMs`. */
  finish(patienceMs: number): Promise<void>;
  close(): void;
}

/** Rejects with `refused` or `offline`. */
export function openConnection(host: string, port: number, patienceMs: number): Promise<Connection> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true });
    const giveUp = (error: Error): void => {
      socket.destroy();
      const problem = codeOf(error) === 'ECONNREFUSED' ? 'refused' : 'offline';
      reject(new PrintFailure(problem, false, error));
    };
    socket.setTimeout(patienceMs, () => giveUp(new Error('no answer in time')));
    socket.once('error', giveUp);
    socket.once('connect', () => {
      socket.setTimeout(0);
      socket.removeAllListeners('timeout');
      socket.off('error', giveUp);
      resolve(connectionOn(socket));
    });
  });
}

function connectionOn(socket: Socket): Connection {
  let broken: Error | undefined;
  let finishing = false;
  let heard: ((byte: number) => void) | undefined;
  const whenBroken = new Set<(error: Error) => void>();

  const breakOff = (error: Error): void => {
    broken ??= error;
    for (const tell of whenBroken) tell(broken);
  };
  socket.on('error', breakOff);
  socket.on('close', () => breakOff(new Error('the printer closed the connection')));
  // A printer that hangs up while it is still being told something has not taken it.
  socket.on('end', () => {
    if (!finishing) breakOff(new Error('the printer hung up'));
  });
  socket.on('data', (bytes) => {
    for (const byte of bytes) if (isStatusByte(byte)) heard?.(byte);
  });

  /** Waits for `start` to call back; rejects if the connection breaks, answers what `late` does if time runs out. */
  function wait<A>(
    patienceMs: number,
    late: () => A,
    start: (resolve: (value: A) => void, reject: (error: Error) => void) => void,
  ): Promise<A> {
    return new Promise<A>((resolve, reject) => {
      if (broken) return reject(broken);
      const done = (): void => {
        clearTimeout(timer);
        whenBroken.delete(fail);
      };
      const fail = (error: Error): void => {
        done();
        reject(error);
      };
      const succeed = (value: A): void => {
        done();
        resolve(value);
      };
      const timer = setTimeout(() => {
        try {
          succeed(late());
        } catch (error) {
          fail(error instanceof Error ? error : new Error(String(error)));
        }
      }, patienceMs);
      whenBroken.add(fail);
      start(succeed, fail);
    });
  }

  return {
    async send(bytes, patienceMs) {
      const late = (): never => {
        throw new PrintFailure('stalled', true);
      };
      for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
        const chunk = bytes.subarray(at, at + CHUNK_BYTES);
        await wait<void>(patienceMs, late, (resolve, reject) => {
          socket.write(chunk, (error) => (error ? reject(error) : resolve()));
        });
      }
    },
    async ask(request, patienceMs) {
      const answer = wait<number | undefined>(
        patienceMs,
        () => undefined,
        (resolve) => {
          heard = resolve;
          socket.write(request);
        },
      );
      return answer.finally(() => {
        heard = undefined;
      });
    },
    async finish(patienceMs) {
      finishing = true;
      await wait<void>(
        patienceMs,
        () => undefined,
        (resolve) => {
          socket.once('end', resolve);
          socket.end();
        },
      );
    },
    close() {
      socket.destroy();
    },
  };
}
