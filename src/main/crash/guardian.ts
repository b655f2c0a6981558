import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Waits until its input ends, which it does with the process that holds the other end, however that ends; then becomes the
 * app anew. A shell and no second app: it needs a megabyte, and cannot crash with what it guards.
 *
 * First it lets go of what it was born with: Chromium leaves its sockets open to every program that is started from Node. With a
 * copy of the end that was meant for the graphics process, the app never heard that this had failed to start, and its windows
 * stayed empty; and what the crashed app had begun lived on beside the new one.
 */
const WAIT_AND_BEGIN = `
for held in /dev/fd/*; do
  held=\${held##*/}
  [ "$held" -gt 2 ] && eval "exec $held>&-"
done
read -r nothing
sleep 1
exec "$0" "$@"`;

/** Can close any of them; the sh of Debian only the first ten. */
const SHELL = '/bin/bash';

/** Undefined: there is no such shell here, as on Windows; what is thrown is survived all the same. */
export type Guardian = { dismiss(): void } | undefined;

/**
 * Has the app begin again if this process is killed or crashes. Not after `dismiss`, nor once this process has ended by itself.
 */
export function standGuard(executable: string, args: readonly string[]): Guardian {
  if (!existsSync(SHELL)) return undefined;
  const shell: ChildProcess = spawn(SHELL, ['-c', WAIT_AND_BEGIN, executable, ...args], {
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
