import { existsSync, renameSync } from 'node:fs';
import log from 'electron-log/node';

const KEPT = 7;

/**
 * Where the log is written: one file of at most a megabyte, and the seven before it as `….1.log` (the latest) to `….7.log`, so that a week
 * of bad mornings is there; readable by this account alone. The library is told a name: it looks for one in a package.json near the folder it was started in, and
 * without one, as when a service starts it, writes nothing at all.
 */
export function logTo(path: string): typeof log {
  const { file } = log.transports;
  file.setAppName('opd-tokens');
  file.resolvePathFn = () => path;
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  file.maxSize = 1024 * 1024;
  file.archiveLogFn = ({ path: full }) => keepOld(full);
  return log;
}

/** The full one becomes number 1, each older one the next, and the oldest goes. A file that cannot be moved is written on. */
export function keepOld(full: string): void {
  const numbered = (number: number): string => full.replace(/(\.log)?$/, `.${number}.log`);
  try {
    for (let number = KEPT - 1; number > 0; number -= 1) {
      if (existsSync(numbered(number))) renameSync(numbered(number), numbered(number + 1));
    }
    renameSync(full, numbered(1));
  } catch {
    // Held by a virus scanner, or a folder without rights: the next line tries again.
  }
}
