import log from 'electron-log/node';

/**
 * Where the log is written: one file of at most a megabyte, and the one before it as `….old.log`, readable by this
 * account alone. The library is told a name: it looks for one in a package.json near the folder it was started in, and
 * without one, as when a service starts it, writes nothing at all.
 */
export function logTo(path: string): typeof log {
  const { file } = log.transports;
  file.setAppName('opd-tokens');
  file.resolvePathFn = () => path;
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  file.maxSize = 1024 * 1024;
  return log;
}
