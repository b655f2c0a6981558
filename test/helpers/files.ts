import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './clinic';

/** The files beside each other as they lie on the disk now: what a process killed at this moment would leave. */
export function filesNow(folder: string): string {
  const copy = temporaryFolder();
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    // What is left of the lock and of the shared memory ends with the process.
    if (entry.isFile() && !/\.lock|-shm$/.test(entry.name)) {
      copyFileSync(join(folder, entry.name), join(copy, entry.name));
    }
  }
  return copy;
}

/** Writes over what a file has there. */
export function overwrite(path: string, at: number, bytes: Uint8Array): void {
  const file = openSync(path, 'r+');
  writeSync(file, bytes, 0, bytes.length, at);
  closeSync(file);
}

/** Turns one bit. */
export function flip(path: string, at: number, bit: number): void {
  const bytes = readFileSync(path);
  overwrite(path, at, Uint8Array.of((bytes[at] ?? 0) ^ (1 << bit)));
}

/** What the files of a database come to, to see that none was written; an empty log is none. */
export function sumsOf(path: string): readonly (string | null)[] {
  return [path, `${path}-wal`].map((file) => {
    const bytes = existsSync(file) && statSync(file).isFile() ? readFileSync(file) : Buffer.alloc(0);
    return bytes.length === 0 ? null : createHash('sha256').update(bytes).digest('hex');
  });
}
