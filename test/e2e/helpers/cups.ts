import { type ChildProcess, execFile, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from './app';

const run = promisify(execFile);
/** CUPS-PDF puts the work of users it does not know here. */
const OUTPUT = '/var/spool/cups-pdf/ANONYMOUS';
const DRIVER = '/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd';

export interface PrintServer {
  /** What a program needs in its environment to print here. */
  readonly env: Readonly<Record<string, string>>;
  /** Adds a printer that writes PDFs; the first one is the default. */
  addPrinter(name: string): Promise<void>;
  removePrinter(name: string): Promise<void>;
  /** One of CUPS's own programs for whoever looks after printers, such as `cupsdisable`. */
  tell(
    command: 'cupsdisable' | 'cupsenable' | 'cupsreject' | 'cupsaccept' | 'lpadmin' | 'lp' | 'cancel',
    ...args: string[]
  ): Promise<void>;
  /** Jobs that are not through, oldest first. */
  openJobs(): Promise<readonly string[]>;
  /** Jobs that are through, oldest first. */
  completedJobs(): Promise<readonly string[]>;
  /** Waits for the PDF of the nth job there was, counted from 1. */
  pdfOf(job: number): Promise<string>;
  end(): Promise<void>;
}

/**
 * A print server of a test's own, with CUPS's PDF printer: no printer of this computer is touched. CUPS starts its
 * PDF backend only as root.
 */
export async function startPrintServer(): Promise<PrintServer> {
  expect(userInfo().uid, 'CUPS-PDF needs root').toBe(0);
  const folder = mkdtempSync(join(tmpdir(), 'opd-cups-'));
  chmodSync(folder, 0o755);
  const socket = join(folder, 'cups.sock');
  writeFileSync(join(folder, 'cupsd.conf'), settings(socket));
  writeFileSync(join(folder, 'cups-files.conf'), files(folder));
  // Names the jobs' files, and is nobody: the PDFs of this computer's users stay apart.
  const user = `opd-${process.pid}-${Date.now().toString(36)}`;
  const env = { CUPS_SERVER: socket, CUPS_USER: user };
  const ask = async (command: string, ...args: string[]): Promise<string> =>
    (await run(command, args, { env: { ...process.env, ...env, LC_ALL: 'C' } })).stdout;
  const server = spawn(
    '/usr/sbin/cupsd',
    ['-f', '-c', join(folder, 'cupsd.conf'), '-s', join(folder, 'cups-files.conf')],
    { stdio: 'ignore' },
  );
  await expect.poll(() => existsSync(socket)).toBe(true);
  await expect.poll(() => ask('lpstat', '-r').catch(() => '')).toContain('is running');
  let printers = 0;
  return {
    env,
    async addPrinter(name) {
      await ask('lpadmin', '-p', name, '-E', '-v', 'cups-pdf:/', '-P', DRIVER);
      printers += 1;
      if (printers === 1) await ask('lpadmin', '-d', name);
    },
    removePrinter: async (name) => {
      await ask('lpadmin', '-x', name);
    },
    tell: async (command, ...args) => {
      await ask(command, ...args);
    },
    openJobs: async () => jobsIn(await ask('lpstat', '-W', 'not-completed', '-o')),
    completedJobs: async () => jobsIn(await ask('lpstat', '-W', 'completed', '-o')),
    async pdfOf(job) {
      const path = async (): Promise<string> => {
        const { stdout } = await run('find', [
          OUTPUT,
          '-name',
          `*-job_${job}.pdf`,
          '-newer',
          join(folder, 'cupsd.conf'),
        ]);
        return stdout.trim();
      };
      await expect.poll(path, { timeout: 30_000 }).not.toBe('');
      // Ghostscript writes it bit by bit; the last line says that it is whole.
      await expect
        .poll(async () =>
          readFileSync(await path())
            .subarray(-8)
            .toString(),
        )
        .toContain('%%EOF');
      return path();
    },
    async end() {
      await ended(server);
      const { stdout } = await run('find', [
        OUTPUT,
        '-name',
        '*-job_*.pdf',
        '-newer',
        join(folder, 'cupsd.conf'),
      ]);
      for (const path of stdout.trim().split('\n')) if (path !== '') rmSync(path);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function jobsIn(list: string): readonly string[] {
  return list
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split(' ')[0] ?? '')
    .sort((a, b) => jobNumber(a) - jobNumber(b));
}

const jobNumber = (name: string): number => Number(/\d+$/.exec(name)?.[0]);

function settings(socket: string): string {
  return `Listen ${socket}
WebInterface No
Browsing Off
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
`;
}

/** Folders of its own, where CUPS's filters may write. */
function files(folder: string): string {
  const filterUser = { uid: 7, gid: 7 };
  const own = ['ServerRoot', 'RequestRoot', 'CacheDir', 'StateDir', 'TempDir'].map((name) => {
    const path = join(folder, name);
    mkdirSync(path);
    chownSync(path, filterUser.uid, filterUser.gid);
    return `${name} ${path}`;
  });
  const logs = ['AccessLog', 'ErrorLog', 'PageLog'].map((name) => `${name} ${join(folder, name)}.txt`);
  return [...own, ...logs, 'SystemGroup root', ''].join('\n');
}

function ended(process: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    process.once('exit', () => resolve());
    process.kill('SIGTERM');
  });
}
