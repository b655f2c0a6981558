import { closeSync, fdatasyncSync, fsyncSync, openSync, readSync, statfsSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from '../store/sqlite/durable';
import { removeFile, renameFile } from '../store/sqlite/held';

/*
 * Read and written in step with this thread on purpose: a network path that hangs then holds up this thread alone, and
 * not the few threads that all other file work of the process shares.
 */

/** Beside what is counted: the file system needs some itself, and the clinic goes on on it. */
export const SPARE = 8 * 1024 * 1024;

export function freeBytesIn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

const PIECE = 1 << 18;
/** Bytes. Whoever commits a token meanwhile waits for no more than these to be on the disk. */
export const WRITTEN_BACK_EVERY = 4 << 20;

/** A file in pieces; each is its own memory. `read` hears how many bytes there were so far. */
export async function* piecesOf(
  path: string,
  read?: (bytes: number) => void,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const file = openSync(path, 'r');
  try {
    let total = 0;
    for (;;) {
      const piece = new Uint8Array(PIECE);
      const length = readSync(file, piece, 0, PIECE, null);
      if (length === 0) return;
      total += length;
      yield piece.subarray(0, length);
      read?.(total);
    }
  } finally {
    closeSync(file);
  }
}

/** Writes a file that is on the disk when this ends; nothing is left of one that could not be finished. */
export async function writeWhole(
  path: string,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  written?: (piece: Uint8Array) => void,
): Promise<void> {
  const file = openSync(path, 'w', 0o600);
  let since = 0;
  try {
    for await (const piece of pieces) {
      for (let at = 0; at < piece.length; ) at += writeSync(file, piece, at);
      written?.(piece);
      since += piece.length;
      if (since < WRITTEN_BACK_EVERY) continue;
      since = 0;
      fdatasyncSync(file);
    }
    fsyncSync(file);
  } catch (error) {
    closeSync(file);
    removeFile(path);
    throw error;
  }
  closeSync(file);
}

/** Gives a finished file its name, so that it has it after a power cut too. */
export function putInPlace(part: string, path: string): void {
  renameFile(part, path);
  syncFolder(dirname(path));
}
