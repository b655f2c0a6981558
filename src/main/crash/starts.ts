import { readFileSync, writeFileSync } from 'node:fs';

const MOST = 3;
const WITHIN_MS = 5 * 60_000;

/**
 * Whether the app may begin again after a crash: three times in five minutes, and then it would do so for ever, in front of
 * a waiting room. Remembers this time. A file that cannot be read or written keeps nobody from starting.
 * @param file of its own; @param now ms since the epoch
 */
export function mayBeginAgain(file: string, now: number): boolean {
  const lately = startsIn(file).filter((at) => Math.abs(now - at) < WITHIN_MS);
  try {
    writeFileSync(file, JSON.stringify([...lately, now].slice(-MOST)), { mode: 0o600 });
  } catch {
    // A full disk: the app says so itself once it runs.
  }
  return lately.length < MOST;
}

function startsIn(file: string): number[] {
  try {
    const starts: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(starts) ? starts.filter((at): at is number => typeof at === 'number') : [];
  } catch {
    return [];
  }
}
