import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');

/**
 * Bundles programs that need no Electron from the sources as they are, as the build does, into `out/<folder>`; answers
 * that folder. Each is a file without its ending, from the project's folder on; the bundle bears its last name.
 */
export async function bundlePrograms(folder: string, programs: readonly string[]): Promise<string> {
  const outDir = join(root, 'out', folder);
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: true,
      target: 'node22',
      outDir,
      emptyOutDir: true,
      rolldownOptions: {
        input: programs.map((program) => join(root, `${program}.ts`)),
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  return outDir;
}

/** A server that runs as a program of its own. */
export interface ServerProcess {
  readonly child: ChildProcess;
  /** Once it is ready: such as `http://127.0.0.1:4180`; null: it ended before. */
  readonly ready: Promise<string | null>;
  /** Once it has ended: how, and what it said until then. */
  readonly ended: Promise<{ readonly code: number | null; readonly said: string }>;
}

/** Starts it on a data folder, with everybody on this computer let in; `before` is run in its place and starts it. */
export function startServerProcess(
  program: string,
  data: string,
  before: readonly string[] = [],
): ServerProcess {
  const [file = process.execPath, ...args] = [
    ...before,
    process.execPath,
    ...[program, '--port', '0', '--data', data, '--open'],
  ];
  // The stock binding: this is plain Node.
  const { OPD_SQLITE_BINDING: _electrons, ...env } = process.env;
  const child = spawn(file, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const ended = new Promise<{ code: number | null; said: string }>((done) => {
    child.once('close', (code) => done({ code, said }));
  });
  const ready = new Promise<string | null>((found) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (part: string) => {
        said += part;
        const address = /ready at (\S+)/.exec(said)?.[1];
        if (address !== undefined) found(address);
      });
    }
    child.once('close', () => found(null));
  });
  return { child, ready, ended };
}
