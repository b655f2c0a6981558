import { createReadStream, type ReadStream } from 'node:fs';
import { access, lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../../shared/error-code';
import type { UpdateChoice, UpdateProblem } from '../../shared/model/updates';
import { UpdateFailure } from './failure';

/** Where updates come from. Only what it is asked for is read, and nothing is written there. */
export interface Source {
  /** The parts of a file. Throws UpdateFailure; what `signal` was aborted with where it was. */
  parts(name: string, signal: AbortSignal): AsyncGenerator<Uint8Array, void>;
}

/** A stick that was pulled, or a server that says nothing more, is given up after so long without a byte. */
export const PATIENCE_MS = 30_000;

/** Null: updates are off, or it was not said from where. */
export function sourceOf(
  { source, folder, address }: UpdateChoice,
  patience: number = PATIENCE_MS,
): Source | null {
  if (source === 'folder' && folder !== '') return folderSource(folder, patience);
  if (source === 'server' && address !== '') return serverSource(address, patience);
  return null;
}

function folderSource(folder: string, patience: number): Source {
  return {
    async *parts(name, signal) {
      const path = join(folder, name);
      let file: ReadStream | undefined;
      try {
        // A link may lead to another computer, which is told who asks; a pipe is waited for by a thread that all share.
        const facts = await withPatience(lstat(path), patience, signal);
        if (!facts.isFile()) throw new UpdateFailure('nothing_there');
        file = createReadStream(path, { highWaterMark: 256 * 1024 });
        yield* patiently(file[Symbol.asyncIterator](), patience, signal);
      } catch (error) {
        throw told(error, signal, codeOf(error) === 'ENOENT' ? await whatIsMissing(folder) : 'gone');
      } finally {
        file?.destroy();
      }
    },
  };
}

/** A stick that is not plugged in, or one with nothing on it. */
async function whatIsMissing(folder: string): Promise<UpdateProblem> {
  return access(folder).then(
    () => 'nothing_there',
    () => 'gone',
  );
}

function serverSource(address: string, patience: number): Source {
  const base = new URL(address.endsWith('/') ? address : `${address}/`);
  return {
    async *parts(name, signal) {
      const ended = new AbortController();
      try {
        const asked = fetch(new URL(encodeURIComponent(name), base), {
          signal: ended.signal,
          // Nobody chose the address that it would lead to.
          redirect: 'manual',
          credentials: 'omit',
          cache: 'no-store',
        });
        const answer = await withPatience(asked, patience, signal);
        if (answer.status >= 300 && answer.status < 400) throw new UpdateFailure('elsewhere');
        if (answer.status === 404) throw new UpdateFailure('nothing_there');
        if (!answer.ok || answer.body === null) throw new UpdateFailure('no_answer');
        yield* patiently(answer.body[Symbol.asyncIterator](), patience, signal);
      } catch (error) {
        throw told(error, signal, 'no_answer');
      } finally {
        ended.abort();
      }
    },
  };
}

/** What stopped it, as whoever asked is told. */
function told(error: unknown, signal: AbortSignal, problem: UpdateProblem): unknown {
  if (signal.aborted || error instanceof UpdateFailure) return error;
  return new UpdateFailure(problem, error);
}

async function* patiently(
  parts: AsyncIterator<Uint8Array>,
  patience: number,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array, void> {
  for (;;) {
    const { done, value } = await withPatience(parts.next(), patience, signal);
    if (done === true) return;
    yield value;
  }
}

/** A dead mount never answers and cannot be told to stop: it is left behind. */
async function withPatience<T>(work: Promise<T>, patience: number, signal: AbortSignal): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let stop = (): void => undefined;
  const ended = new Promise<never>((_done, fail) => {
    timer = setTimeout(() => fail(new UpdateFailure('no_answer')), patience);
    stop = () => fail(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
  });
  try {
    return await Promise.race([work, ended]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    work.catch(() => undefined);
  }
}
