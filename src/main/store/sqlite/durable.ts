import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { codeOf } from '../../../shared/error-code';
import { removeFile, renameFile, whenHeld } from './held';

/** Writes a small file whole or not at all: after a power cut it is the one before, or this one. */
export function writeDurably(path: string, text: string): void {
  const part = `${path}.part`;
  removeFile(part);
  const file = whenHeld(() => openSync(part, 'w', 0o600));
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameFile(part, path);
  syncFolder(dirname(path));
}

/** What was written to a file is on the disk. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Names given in this folder are kept through a power cut. Windows, and some network file systems, do not know this; there
 * the system keeps them.
 */
export function syncFolder(folder: string): void {
  try {
    const file = openSync(folder, 'r');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    const code = codeOf(error);
    if (!/^(EPERM|EISDIR|EACCES|EINVAL|ENOTSUP|EBADF)$/.test(code)) throw error;
  }
}
