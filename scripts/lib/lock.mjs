import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir } from './paths.mjs';
import { atExit } from './run.mjs';
import { say } from './say.mjs';

/** The holder touches its lock this often; one that was not touched for the other time was left by a crash. */
const TOUCH_MS = 2000;
const ABANDONED_MS = 20_000;

/**
 * Does something while no other process of this machine does it: two set-ups at once must not write the same
 * files. The age of the lock decides, not a process id, which in a container says nothing.
 * @template T
 * @param {string} name a file name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(name, work) {
  const folder = join(cacheDir, 'locks');
  const file = join(folder, `${name}.lock`);
  const mine = `${process.pid}-${Math.random().toString(36).slice(2)}`;
  mkdirSync(folder, { recursive: true });
  let told = false;
  while (!take(file, mine)) {
    if (!told) say('• Waiting for another set-up to finish…');
    told = true;
    await new Promise((again) => setTimeout(again, 250));
  }
  const timer = setInterval(() => touch(file), TOUCH_MS);
  const release = atExit(() => {
    clearInterval(timer);
    rmSync(file, { force: true });
  });
  try {
    return await work();
  } finally {
    release();
  }
}

/**
 * @param {string} file
 * @param {string} mine
 */
function take(file, mine) {
  try {
    writeFileSync(file, mine, { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    removeAbandoned(file, mine);
    return false;
  }
}

/**
 * Renaming is atomic: of two processes that see the same abandoned lock, one takes it away.
 * @param {string} file
 * @param {string} mine
 */
function removeAbandoned(file, mine) {
  try {
    if (Date.now() - statSync(file).mtimeMs < ABANDONED_MS) return;
    const owner = readFileSync(file, 'utf8');
    const aside = `${file}.${mine}`;
    renameSync(file, aside);
    // Another process took it over in between: give it back.
    if (readFileSync(aside, 'utf8') !== owner) renameSync(aside, file);
    else rmSync(aside, { force: true });
  } catch {
    // It has just been released; the next try will see.
  }
}

/** @param {string} file */
function touch(file) {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // Someone removed the cache while we work; the work itself will tell.
  }
}
