import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { DATABASE } from '../../src/main/data-folder';
import { restore } from '../../src/main/recovery/restore';
import { forgetExpectations } from '../../src/main/store/sqlite/marker';
import { openReadOnly } from '../../src/main/store/sqlite/read-only';
import { first } from '../helpers/clinic';
import { bundlePrograms, startServerProcess } from '../helpers/programs';
import { checkData } from '../torture/check';
import { post } from '../torture/clients';
import { fillClinic } from '../torture/clinic';
import { acknowledged, newLedger } from '../torture/ledger';

let program: string;

beforeAll(async () => {
  program = join(await bundlePrograms('test-files-moved', ['src/main/serve', 'src/main/copier']), 'serve.js');
});

/** A server at work on data of its own; what it was asked under its request ids. */
async function atWork() {
  const home = mkdtempSync(join(tmpdir(), 'opd-moved-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true, maxRetries: 3 }));
  const folder = join(home, 'data');
  mkdirSync(folder);
  const doctorId = first((await fillClinic(folder)).doctorIds);
  const ledger = newLedger();
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  const start = async () => {
    const server = startServerProcess(program, folder);
    onTestFinished(() => void server.child.kill('SIGKILL'));
    const address = await server.ready;
    if (address === null) throw new Error((await server.ended).said);
    return { server, address };
  };
  const issue = async (address: string) => {
    const patientContact = `98${10_000_000 + ledger.all.length}`;
    const wish = { doctorId, source: 'walk_in', patientName: 'Asha', patientContact } as const;
    const asked = ledger.ask('tokens.issue', wish);
    asked.answer = await post(address, agent, asked.call, asked.input);
    return asked;
  };
  return { home, folder, path: join(folder, DATABASE), start, issue, ledger, agent };
}

const refused = { ok: false, error: { code: 'UNAVAILABLE', details: { reason: 'data_moved' } } };

test.each<[string, (path: string, folder: string) => void]>([
  ['the database is deleted', (path) => rmSync(path)],
  [
    'everything of it is deleted',
    (path) => {
      for (const end of ['', '-wal', '-shm', '.lock']) rmSync(path + end, { force: true });
    },
  ],
  ['somebody tidies away its log', (path) => rmSync(`${path}-wal`)],
  ['the whole folder is moved', (_path, folder) => renameSync(folder, `${folder}-old`)],
])(
  '%s while it is open: one command is refused, and a new start has all that was acknowledged',
  async (_what, harm) => {
    const { folder, path, start, issue, ledger, agent } = await atWork();
    const { server, address } = await start();
    for (let count = 0; count < 4; count += 1) expect(acknowledged(await issue(address))).toBe(true);
    harm(path, folder);
    const late = await issue(address);
    expect(late.answer).toMatchObject(refused);
    const { code, said } = await server.ended;
    expect([code, said]).toEqual([expect.any(Number), expect.stringContaining('deleted or replaced')]);
    expect(code).not.toBe(0);

    const again = await start();
    late.answer = await post(again.address, agent, late.call, late.input);
    expect(late.answer).toMatchObject({ ok: true, value: { token: { number: 'A-005' } } });
    again.server.child.kill('SIGTERM');
    expect((await again.server.ended).code).toBe(0);
    await checkData(folder, ledger.all);
  },
);

test('its log is deleted while another program reads: all of it is there, and the file is whole', async () => {
  const { folder, path, start, issue, ledger } = await atWork();
  const { server, address } = await start();
  const reader = openReadOnly(path, {});
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM tokens').get();
  for (let count = 0; count < 6; count += 1) expect(acknowledged(await issue(address))).toBe(true);
  rmSync(`${path}-wal`);
  expect((await issue(address)).answer).toMatchObject(refused);
  await server.ended;
  reader.close();
  await checkData(folder, ledger.all.filter(acknowledged));
});

test('its log is deleted before anything was done: the first command is refused, and the next start has all', async () => {
  const { path, start, issue } = await atWork();
  const { server, address } = await start();
  rmSync(`${path}-wal`);
  expect((await issue(address)).answer).toMatchObject(refused);
  await server.ended;
  expect((await issue((await start()).address)).answer).toMatchObject({ ok: true });
});

test('deleted while nobody gives a command: the next round of the clock finds it out', async () => {
  const { folder, path, start, issue, ledger } = await atWork();
  const { server, address } = await start();
  for (let count = 0; count < 4; count += 1) await issue(address);
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
  expect((await server.ended).said).toContain('It is there again');
  await checkData(folder, ledger.all);
});

const replaced: [string, (path: string, home: string) => void][] = [
  [
    'somebody else’s file',
    (path, home) => {
      writeFileSync(join(home, 'other'), 'somebody else’s');
      renameSync(join(home, 'other'), path);
    },
  ],
  ['an older copy', (path, home) => renameSync(join(home, 'older'), path)],
  [
    'a link to where it was moved',
    (path, home) => {
      renameSync(path, join(home, 'elsewhere'));
      symlinkSync(join(home, 'elsewhere'), path);
    },
  ],
];

test.each(replaced)(
  '%s in its place is not gone on with: what was acknowledged lies beside it, and going back to that doubles no number',
  async (_what, replace) => {
    const { home, folder, path, start, issue, ledger } = await atWork();
    const { server, address } = await start();
    await issue(address);
    copyFileSync(path, join(home, 'older'));
    for (let count = 0; count < 4; count += 1) await issue(address);
    replace(path, home);
    expect((await issue(address)).answer).toMatchObject(refused);
    await server.ended;
    const given = ledger.all.filter(acknowledged);

    const next = startServerProcess(program, folder);
    expect(await next.ready).toBe(null);
    const saved = first(readdirSync(folder).filter((name) => name.startsWith(`${DATABASE}.saved-`)));
    expect((await next.ended).said).toContain(saved);
    await restore({ path, copy: join(folder, saved), now: new Date() });
    await checkData(folder, given);
    const { answer } = await issue((await start()).address);
    expect(answer).toMatchObject({ ok: true, value: { token: { sequence: expect.any(Number) } } });
    const { sequence } = (answer as { value: { token: { sequence: number } } }).value.token;
    expect(sequence).toBeGreaterThan(given.length);
  },
);

test('an older copy in its place that is opened as it is leaves a gap of numbers', async () => {
  const { home, path, start, issue } = await atWork();
  const { server, address } = await start();
  copyFileSync(path, join(home, 'older'));
  for (let count = 0; count < 4; count += 1) await issue(address);
  renameSync(join(home, 'older'), path);
  server.child.kill('SIGTERM');
  await server.ended;
  forgetExpectations(path);
  const { answer } = await issue((await start()).address);
  expect(answer).toMatchObject({ ok: true, value: { token: { sequence: 51 } } });
});

test('deleted before it is closed in order: it is there again', async () => {
  const { folder, path, start, issue, ledger } = await atWork();
  const { server, address } = await start();
  for (let count = 0; count < 4; count += 1) await issue(address);
  for (const end of ['', '-wal']) rmSync(path + end);
  server.child.kill('SIGTERM');
  expect((await server.ended).code).toBe(0);
  await checkData(folder, ledger.all);
});

/** https://www.sqlite.org/src/file?name=src/os.h: readers lock these bytes of a database, as long as they have it open. */
const SHARED_FIRST = 1_073_741_826;

test('the open database stays locked, so that an older SQLite that looks into it and closes it leaves its log', async () => {
  const { path, start, issue } = await atWork();
  const { server, address } = await start();
  await issue(address);
  const locks = readFileSync('/proc/locks', 'utf8').split('\n');
  const ours = locks.filter((line) => line.includes(` ${server.child.pid} `));
  expect(ours).toContainEqual(expect.stringContaining(`:${statSync(path).ino} ${SHARED_FIRST} `));
});
