import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statfsSync,
  statSync,
  writeSync,
} from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import type { CallInput, CallName } from '../../src/shared/contract';
import { first } from '../helpers/clinic';
import { bundlePrograms, startServerProcess } from '../helpers/programs';
import { checkData } from './check';
import { post } from './clients';
import { fillClinic } from './clinic';
import { acknowledged, newLedger } from './ledger';

/** A copy is begun only where eight megabytes stay free. */
const DISK_MB = 32;

let program: string;

beforeAll(async () => {
  program = join(await bundlePrograms('test-full-disk', ['src/main/serve', 'src/main/copier']), 'serve.js');
});

/** How the disk of a running server is made to refuse what is written, and to take it again. */
interface FrailDisk {
  readonly folder: string;
  /** What is known can still be read. */
  readonly canRead: boolean;
  fail(pid: number): void | Promise<void>;
  mend(pid: number): void | Promise<void>;
}

/**
 * A small disk that is filled to the last byte, where one may be mounted; the server then meets ENOSPC.
 * Undefined: only an administrator may mount.
 */
function smallDisk(): FrailDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'opd-small-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]));
  const filling = join(folder, 'somebody-elses-film');
  return {
    folder,
    canRead: true,
    fail: () => {
      const { bsize } = statfsSync(folder);
      const file = openSync(filling, 'w');
      try {
        // Until it takes no more: the server writes meanwhile.
        for (const block = Buffer.alloc(bsize); ; ) writeSync(file, block);
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
      } finally {
        closeSync(file);
      }
    },
    mend: () => rmSync(filling),
  };
}

/** Any disk, on which this process may make no file longer than it is: the server meets EFBIG, an error as of a bad disk. */
function limitedDisk(): FrailDisk {
  const folder = mkdtempSync(join(tmpdir(), 'opd-limited-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  const limit = (pid: number, bytes: string): void =>
    void execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}`]);
  return {
    folder,
    canRead: true,
    fail: (pid) => {
      const sizes = readdirSync(folder).map((file) => statSync(join(folder, file)).size);
      limit(pid, `${Math.min(...sizes, 1)}:unlimited`);
    },
    mend: (pid) => limit(pid, 'unlimited:unlimited'),
  };
}

/** A disk that breaks: whatever is read from it, written to it or synced is answered with EIO. */
function brokenDisk(): FrailDisk {
  const folder = mkdtempSync(join(tmpdir(), 'opd-broken-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  const calls = 'pread64,pwrite64,fsync,fdatasync';
  let fault: ChildProcess | undefined;
  const mend = async (): Promise<void> => {
    if (fault === undefined) return;
    const ended = once(fault, 'exit');
    fault.kill('SIGINT');
    fault = undefined;
    await ended;
  };
  onTestFinished(mend);
  return {
    folder,
    canRead: false,
    async fail(pid) {
      const inject = ['-e', `trace=${calls}`, '-e', `inject=${calls}:error=EIO`, '-e', 'signal=none'];
      fault = spawn('strace', ['-f', ...inject, '-o', '/dev/null', '-p', String(pid)], {
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      // It says so once it holds the program.
      if (fault.stderr !== null) await once(fault.stderr, 'data');
    },
    mend,
  };
}

test.each([
  ['full to the last byte', () => smallDisk() ?? limitedDisk()],
  ['that takes nothing any more', limitedDisk],
  ['that breaks, and reads nothing either', brokenDisk],
])(
  'a disk %s: whatever writes is refused with a sentence, what is known is shown, and it goes on by itself',
  { timeout: 240_000 },
  async (_what, disk) => {
    const { folder, canRead, fail, mend } = disk();
    const known = await fillClinic(folder);
    const doctorId = first(known.doctorIds);
    const server = startServerProcess(program, folder);
    onTestFinished(() => void server.child.kill('SIGKILL'));
    const address = await server.ready;
    const pid = server.child.pid;
    if (address === null || pid === undefined) throw new Error((await server.ended).said);
    const agent = new Agent({ keepAlive: true });
    onTestFinished(() => agent.destroy());
    const ledger = newLedger();
    const ask = async <N extends CallName>(call: N, input: CallInput<N>) => {
      const asked = ledger.ask(call, input);
      asked.answer = await post(address, agent, asked.call, asked.input);
      return asked.answer;
    };
    let people = 0;
    const issue = () => {
      people += 1;
      const patientContact = `98${10_000_000 + people}`;
      return ask('tokens.issue', {
        doctorId,
        source: 'walk_in',
        patientName: `Patient ${people}`,
        patientContact,
      });
    };
    for (let count = 0; count < 5; count += 1) expect(await issue()).toMatchObject({ ok: true });

    await fail(pid);
    // A log that has room in it may take some more.
    let answer = await issue();
    for (let count = 0; answer.ok && count < 2_000; count += 1) answer = await issue();
    const refused = { ok: false, error: { code: 'UNAVAILABLE', message: expect.stringMatching(/[.?]$/) } };
    expect(answer).toMatchObject(refused);
    const before = ledger.all.length;
    expect(await issue()).toMatchObject(refused);
    expect(await ask('queue.callNext', { doctorId })).toMatchObject(refused);
    expect(await ask('settings.change', { clinic: { clinicName: 'Another' } })).toMatchObject(refused);
    expect(await ask('doctors.save', { name: 'Dr New' })).toMatchObject(refused);
    expect(await post(address, agent, 'backups.make', {})).toMatchObject(refused);
    for (const [call, input] of [
      ['books.view', { doctorId }],
      ['doctors.summaries', {}],
    ] as const) {
      const shown = await post(address, agent, call, input);
      // What a broken disk does not hold in memory either is refused with a sentence.
      if (canRead || shown.ok) expect(shown).toMatchObject({ ok: true });
      else expect(shown).toMatchObject(refused);
    }

    await mend(pid);
    // Each again under the name that it had (R17).
    for (const asked of ledger.all.slice(before)) {
      asked.answer = await post(address, agent, asked.call, asked.input);
      expect([asked.call, asked.answer]).toMatchObject([asked.call, { ok: true }]);
    }
    expect(await issue()).toMatchObject({ ok: true });
    expect(await post(address, agent, 'backups.make', {})).toMatchObject({ ok: true });
    server.child.kill('SIGKILL');
    await server.ended;
    expect(ledger.all.filter(acknowledged).length).toBeGreaterThanOrEqual(10);
    await checkData(folder, ledger.all);
  },
);
