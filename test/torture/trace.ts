import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** What a program asked of the disk, and what it sent to somebody, in the order in which it did. */
export type Step =
  | { readonly kind: 'create'; readonly path: string; readonly empties: boolean }
  | { readonly kind: 'write'; readonly path: string; readonly offset: number | null; readonly data: Buffer }
  | { readonly kind: 'truncate'; readonly path: string; readonly size: number }
  | { readonly kind: 'sync'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'send'; readonly data: Buffer };

/** `strace` with these arguments writes what {@link readTrace} reads; the program follows them. */
export function recorder(file: string): string[] {
  const calls = [
    ...[
      'openat',
      'open',
      'creat',
      'write',
      'pwrite64',
      'writev',
      'pwritev',
      'pwritev2',
      'ftruncate',
      'truncate',
    ],
    ...['fsync', 'fdatasync', 'rename', 'renameat', 'renameat2', 'unlink', 'unlinkat', 'mkdir', 'mkdirat'],
    // What would copy or fill files past these; nobody is known to do so, and it must not go unseen.
    ...['copy_file_range', 'sendfile', 'link', 'linkat', 'sync_file_range'],
  ];
  return [
    'strace',
    ...['-f', '-qq', '-y', '-xx', '-s', '1000000', '--seccomp-bpf', '-e', 'signal=none'],
    ...['-e', `trace=${calls.join(',')}`, '-o', file],
  ];
}

/**
 * Reads a recording. What is written counts from when it was asked for, as it may reach the disk at once; what is synced
 * only once the disk had said so.
 */
export async function readTrace(file: string): Promise<Step[]> {
  const steps: Step[] = [];
  /** Asked for by a thread that has no answer yet. */
  const begun = new Map<string, string>();
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    const [, thread = '', rest = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    const unfinished = rest.endsWith('<unfinished ...>') ? rest.slice(0, -'<unfinished ...>'.length) : null;
    const resumed = /^<\.\.\. \w+ resumed>/.exec(rest)?.[0];
    if (unfinished !== null) {
      begun.set(thread, unfinished);
      // An answer that is under way may have arrived; a sync that is under way has not been made.
      if (!/^f(data)?sync/.test(unfinished)) push(steps, `${unfinished.trimEnd()}) = 1`);
    } else if (resumed !== undefined) {
      const whole = `${begun.get(thread) ?? ''}${rest.slice(resumed.length)}`;
      begun.delete(thread);
      if (/^f(data)?sync/.test(whole)) push(steps, whole);
    } else push(steps, rest);
  }
  return steps;
}

function push(steps: Step[], text: string): void {
  const [, call, args = '', result] = /^(\w+)\((.*)\)\s+= (-?\d+)/.exec(text) ?? [];
  if (call === undefined || Number(result) < 0) return;
  const step = stepOf(call, args);
  if (step) steps.push(step);
}

function stepOf(call: string, args: string): Step | undefined {
  const strings = [...args.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, hex = '']) => bytesOf(hex));
  const [first, second] = strings.map((bytes) => bytes.toString());
  const fd = /^\d+<([^>]*)>/.exec(args)?.[1] ?? '';
  const opened = decoded(fd);
  const last = Number(/(-?\d+)$/.exec(args)?.[1]);
  switch (call) {
    case 'open':
    case 'openat':
    case 'creat':
      if (first === undefined || !(call === 'creat' || args.includes('O_CREAT'))) return undefined;
      return { kind: 'create', path: first, empties: call === 'creat' || args.includes('O_TRUNC') };
    case 'write':
    case 'writev':
      if (opened.startsWith('/'))
        return { kind: 'write', path: opened, offset: null, data: Buffer.concat(strings) };
      return /^(socket|TCP)/.test(opened) ? { kind: 'send', data: Buffer.concat(strings) } : undefined;
    case 'pwrite64':
    case 'pwritev':
      return { kind: 'write', path: opened, offset: last, data: Buffer.concat(strings) };
    case 'ftruncate':
      return { kind: 'truncate', path: opened, size: last };
    case 'truncate':
      return { kind: 'truncate', path: first ?? '', size: last };
    case 'fsync':
    case 'fdatasync':
      return { kind: 'sync', path: opened };
    case 'rename':
    case 'renameat':
    case 'renameat2':
      return { kind: 'rename', path: first ?? '', to: second ?? '' };
    case 'unlink':
    case 'unlinkat':
      return { kind: 'remove', path: first ?? '' };
    case 'mkdir':
    case 'mkdirat':
      return { kind: 'folder', path: first ?? '' };
    default:
      throw new Error(`The recording has a ${call}, of which nothing is known: ${args.slice(0, 300)}`);
  }
}

const bytesOf = (hex: string): Buffer => Buffer.from(hex.replaceAll('\\x', ''), 'hex');

/** The path behind a file descriptor, which is printed in hexadecimal as well where it is. */
function decoded(path: string): string {
  return path.startsWith('\\x') ? bytesOf(path).toString() : path;
}
