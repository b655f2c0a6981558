import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir } from './paths.mjs';

/**
 * A new empty folder in the cache, on the same disk as what it will be renamed to. What interrupted runs left behind
 * under the same prefix goes: the caller holds the lock for it.
 * @param {string} prefix
 */
export function temporaryFolder(prefix) {
  mkdirSync(cacheDir, { recursive: true });
  for (const name of readdirSync(cacheDir)) {
    if (name.startsWith(prefix)) rmSync(join(cacheDir, name), { recursive: true, force: true });
  }
  return mkdtempSync(join(cacheDir, prefix));
}
