import { type ChildProcess, spawn } from 'node:child_process';

/**
 * Waits until its input ends, which it does with the process that holds the other end, however that ends; then becomes the
 * app anew. A shell and no second app: it needs a megabyte, and cannot crash with what it guards.
 */
const WAIT_AND_BEGIN = 'read -r nothing; sleep 1; exec "$0" "$@"';

/** Undefined: there is no such shell here (Windows); what is thrown is survived all the same. */
export type Guardian = { dismiss(): void } | undefined;

/**
 * Has the app begin again if this process is killed or crashes. Not after `dismiss`, nor once this process has ended by itself.
 */
export function standGuard(executable: string, args: readonly string[]): Guardian {
  if (process.platform === 'win32') return undefined;
  const shell: ChildProcess = spawn('/bin/sh', ['-c', WAIT_AND_BEGIN, executable, ...args], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  shell.on('error', () => undefined);
  shell.stdin?.on('error', () => undefined);
  shell.unref();
  const dismiss = (): void => {
    shell.kill('SIGKILL');
  };
  process.once('exit', dismiss);
  return { dismiss };
}
