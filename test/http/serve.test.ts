import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { calendar } from '../../src/main/app/time/calendar';
import { newDay } from '../../src/main/engine';
import { readOptions, WrongStart } from '../../src/main/serve/options';
import { DatabaseInUseError } from '../../src/main/store/sqlite/lock';
import { openSqliteStore } from '../../src/main/store/sqlite/sqlite-store';
import type { Store } from '../../src/main/store/store';
import { openClinic, staff, temporaryFolder } from '../helpers/clinic';
import { personalInLogs } from '../helpers/personal-in-logs';
import { bundlePrograms } from '../helpers/programs';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const root = join(import.meta.dirname, '../..');
const bundle = join(root, 'out', 'test-serve');

/** The same programs as `npm run serve`, `people:recover` and `audit:verify`, bundled from the sources as they are. */
beforeAll(async () => {
  await bundlePrograms('test-serve', [
    'src/main/serve',
    'src/main/recover',
    'src/main/audit-verify',
    'src/main/copier',
  ]);
});

interface Program {
  readonly child: ChildProcess;
  readonly data: string;
  /** Of the one line it prints when it is ready. */
  readonly address: string;
  readonly output: () => string;
  ask(
    method: string,
    path: string,
    body?: object,
  ): Promise<{ status: number; body: Record<string, unknown> }>;
  /** Sends the signal; answers the exit code. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
}

function run(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  cwd = root,
  program: 'serve' | 'recover' | 'audit-verify' = 'serve',
): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, [join(bundle, `${program}.js`), ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: 'pipe',
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
  }
  return { child, output: () => text };
}

async function serve(
  args: readonly string[] = [],
  data = temporaryFolder(),
  env: NodeJS.ProcessEnv = {},
): Promise<Program> {
  const { child, output } = run(['--port', '0', '--data', data, '--open', ...args], env);
  await Promise.race([vi.waitUntil(() => output().includes('\n'), 60_000), once(child, 'exit')]);
  const address = /ready at (\S+)/.exec(output())?.[1];
  if (address === undefined) throw new Error(output());
  return {
    ...{ child, data, address, output },
    ask: async (method, path, body) => {
      const headers = body ? { 'content-type': 'application/json' } : {};
      const response = await fetch(`${address}${path}`, {
        method,
        headers,
        ...(body && { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    },
    end: async (signal = 'SIGTERM') => {
      const exited = once(child, 'exit');
      child.kill(signal);
      const [code] = await exited;
      return code as number | null;
    },
  };
}

/** A refusal to start: exit code and what it said. */
async function refused(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<[unknown, string]> {
  const { child, output } = run(args, env);
  const [code] = await once(child, 'exit');
  return [code, output()];
}

test('one line when it is ready; SIGTERM ends streams and half-sent requests, checkpoints, exits 0', async () => {
  const server = await serve(['--demo', '--training', '2026-01-05T08:30']);
  expect(server.output()).toMatch(/^OPD Tokens is ready at http:\/\/127\.0\.0\.1:\d+ \(training\)\n$/);
  const doctors = (await server.ask('GET', '/doctors')).body as unknown as { id: string }[];
  const wish = {
    doctor_id: doctors[0]?.id,
    source: 'walk_in',
    patient_name: 'Asha Verma',
    patient_contact: '9876543210',
  };
  expect((await server.ask('POST', '/allocation/tokens', wish)).status).toBe(200);
  expect((await server.ask('POST', '/allocation/tokens', wish)).status).toBe(409);
  const stream = await fetch(`${server.address}/events`);
  const halfSent = connect(Number(new URL(server.address).port), '127.0.0.1');
  halfSent.on('error', () => undefined);
  halfSent.write('POST /allocation/tokens HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n');
  expect(await server.end('SIGTERM')).toBe(0);
  await stream.text();
  const wal = join(server.data, 'practice', 'opd-tokens.db-wal');
  expect(existsSync(wal) ? statSync(wal).size : 0).toBe(0);
  expect(personalInLogs(server.data)).toEqual([]);
});

test('killed outright, everything that was answered is there again', async () => {
  const first = await serve(['--demo', '--training', '2026-01-05T08:30']);
  const [doctor] = (await first.ask('GET', '/doctors')).body as unknown as { id: string }[];
  const numbers: unknown[] = [];
  for (let one = 0; one < 10; one += 1) {
    const wish = { doctor_id: doctor?.id, source: 'walk_in', patient_name: `P ${one}`, patient_contact: '' };
    numbers.push((await first.ask('POST', '/allocation/tokens', wish)).body.number);
  }
  await first.end('SIGKILL');
  const second = await serve(['--training', '2026-01-05T08:30'], first.data);
  const tokens = (await second.ask('GET', '/allocation/tokens')).body as unknown as { number: string }[];
  expect(tokens.map(({ number }) => number)).toEqual(numbers);
});

test('a second process on the same database refuses to start, in one sentence; so does the app', async () => {
  const first = await serve();
  const [code, said] = await refused(['--port', '0', '--data', first.data, '--open']);
  expect(code).toBe(1);
  expect(said).toMatch(
    /^OPD Tokens could not start: Another OPD Tokens is using .*opd-tokens\.db\. Only one program may: [^\n]*\n$/,
  );
  const path = join(first.data, 'opd-tokens.db');
  expect(() => openSqliteStore({ path, calendar, newDay })).toThrow(DatabaseInUseError);
  expect((await first.ask('GET', '/health')).status).toBe(200);
  await first.end();
  await openSqliteStore({ path, calendar, newDay }).close();
});

test('without --open nothing but health answers; a port that is taken is said', async () => {
  const first = await serve();
  const [code, said] = await refused(['--port', new URL(first.address).port, '--data', temporaryFolder()]);
  expect([code, said]).toEqual([1, expect.stringMatching(/^Port \d+ is taken already/)]);
  const data = temporaryFolder();
  const { child, output } = run(['--port', '0', '--data', data]);
  await vi.waitUntil(() => output().includes('\n'), 60_000);
  const address = /ready at (\S+)/.exec(output())?.[1];
  expect((await fetch(`${address}/health`)).status).toBe(200);
  expect((await fetch(`${address}/doctors`)).status).toBe(401);
  child.kill();
});

test('settings by environment and time zone hold, in a database that DATABASE_URL names', async () => {
  const file = join(temporaryFolder(), 'clinic.db');
  const env = {
    DATABASE_URL: `sqlite://${file}`,
    NO_SHOW_TIMEOUT_MINUTES: '20',
    ALLOW_PREEMPTION: 'false',
    MAX_EMERGENCY_OVERFLOW: '1',
  };
  const server = await serve(['--timezone', 'Asia/Dubai'], undefined, env);
  expect((await server.ask('GET', '/settings')).body).toMatchObject({
    ...{
      no_show_timeout_minutes: 20,
      allow_preemption: false,
      max_emergency_overflow: 1,
      time_zone: 'Asia/Dubai',
    },
  });
  expect((await server.ask('GET', '/health')).body.now).toMatch(/\+04:00$/);
  expect(existsSync(file)).toBe(true);
});

test.each([
  [['--open', '--host', '0.0.0.0'], {}, /--open lets everybody in/],
  [['--port', '70000'], {}, /--port needs a number/],
  [['--port', 'x'], {}, /--port needs a number/],
  [['--timezone', 'Mars/North'], {}, /There is no time zone Mars\/North/],
  [['--training', 'soon'], {}, /--training needs a time/],
  [['--wrong'], {}, /--wrong/],
  [['more'], {}, /npm run serve/],
  [[], { NO_SHOW_TIMEOUT_MINUTES: 'soon' }, /NO_SHOW_TIMEOUT_MINUTES cannot be soon/],
  [[], { NO_SHOW_TIMEOUT_MINUTES: '-5' }, /NO_SHOW_TIMEOUT_MINUTES cannot be -5/],
  [[], { MAX_EMERGENCY_OVERFLOW: '51' }, /MAX_EMERGENCY_OVERFLOW cannot be 51/],
  [[], { ALLOW_PREEMPTION: 'maybe' }, /ALLOW_PREEMPTION cannot be maybe/],
  [[], { DATABASE_URL: 'postgres://localhost/clinic' }, /DATABASE_URL must be a path/],
  [[], { DATABASE_URL: 'sqlite::memory:' }, /DATABASE_URL must be a path/],
])('%j with %j cannot be: it says why', (args, env, sentence) => {
  expect(() => readOptions(args, env)).toThrow(WrongStart);
  expect(() => readOptions(args, env)).toThrow(sentence);
});

test.each([
  ['true', true],
  ['1', true],
  ['No', false],
  ['0', false],
])('ALLOW_PREEMPTION=%s is %s', (text, value) => {
  expect(readOptions([], { ALLOW_PREEMPTION: text }).rules).toEqual({ allowPreemption: value });
});

test.each([
  ['sqlite:///srv/clinic.db', '/srv/clinic.db'],
  ['sqlite:/srv/clinic.db', '/srv/clinic.db'],
  ['sqlite:////srv/clinic.db', '/srv/clinic.db'],
  ['/srv/clinic.db', '/srv/clinic.db'],
  ['sqlite:///./clinic.db', join(process.cwd(), 'clinic.db')],
  ['sqlite:clinic.db', join(process.cwd(), 'clinic.db')],
  ['clinic.db', join(process.cwd(), 'clinic.db')],
])('DATABASE_URL %s is the file %s', (url, path) => {
  expect(readOptions([], { DATABASE_URL: url }).databasePath).toBe(path);
  expect(readOptions(['--training', '2026-01-05T08:00'], { DATABASE_URL: url }).databasePath).toBe(
    join(path, '../practice/opd-tokens.db'),
  );
});

const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);

test('started as a service outside the project folder it logs all the same, for its own account alone', async () => {
  const data = join(temporaryFolder(), 'data');
  const { child, output } = run(['--port', '0', '--open', '--data', data], {}, temporaryFolder());
  await vi.waitUntil(() => output().includes('\n'), 60_000);
  const address = /ready at (\S+)/.exec(output())?.[1];
  expect((await fetch(`${address}/nowhere`)).status).toBe(404);
  const log = join(data, 'logs', 'server.log');
  await vi.waitUntil(() => existsSync(log) && readFileSync(log, 'utf8').includes('404'), 60_000);
  expect([mode(data), mode(join(data, 'logs')), mode(log)]).toEqual(['700', '700', '600']);
  const files = readdirSync(data).filter((name) => name.startsWith('opd-tokens.db'));
  expect(files.length).toBeGreaterThan(2);
  for (const file of files) expect([file, mode(join(data, file))]).toEqual([file, '600']);
  child.kill();
});

test('what lay open from before is closed at the next start', async () => {
  const data = temporaryFolder();
  const first = await serve([], data);
  expect(await first.end()).toBe(0);
  for (const folder of ['backups', 'logs']) mkdirSync(join(data, folder), { recursive: true });
  const open = [
    'opd-tokens.db',
    'opd-tokens.db.before-8-5',
    'backups/opd-tokens-2026.db',
    'logs/server.old.log',
  ];
  for (const file of open.slice(1)) writeFileSync(join(data, file), 'x');
  for (const file of open) chmodSync(join(data, file), 0o644);
  for (const folder of ['', 'backups', 'logs']) chmodSync(join(data, folder), 0o755);
  await serve([], data);
  for (const file of open) expect([file, mode(join(data, file))]).toEqual([file, '600']);
  for (const folder of ['', 'backups', 'logs']) expect(mode(join(data, folder))).toBe('700');
});

test('a folder that DATABASE_URL names stays as open as it is, the database in it does not', async () => {
  const folder = temporaryFolder();
  chmodSync(folder, 0o755);
  await serve([], undefined, { DATABASE_URL: join(folder, 'clinic.db') });
  expect([mode(folder), mode(join(folder, 'clinic.db'))]).toEqual(['755', '600']);
});

/** Another program on these data, to its end: exit code and what it said. */
async function other(program: 'recover' | 'audit-verify', ...args: string[]): Promise<[unknown, string]> {
  const { child, output } = run(args, {}, root, program);
  const [code] = await once(child, 'close');
  return [code, output()];
}

/** A clinic with an administrator, whose making is on record. */
async function clinicIn(data: string): Promise<Store> {
  const { app, store } = await openClinic({ path: join(data, 'opd-tokens.db') });
  const asha = { name: 'Asha Kumar', initials: 'AK', roleId: 'admin', pin: '7391' } as const;
  await app.call('persons.save', asha, staff);
  return store;
}

test('people:recover lets an administrator in again, while nothing else has the data open', async () => {
  const data = temporaryFolder();
  const store = await clinicIn(data);
  expect(await other('recover', '--data', data)).toEqual([
    1,
    expect.stringMatching(/^Another OPD Tokens is using/),
  ]);
  await store.close();
  expect(await other('recover', '--data', data, 'ZZ')).toEqual([
    1,
    expect.stringMatching(/^Nobody .* ZZ.*AK Asha/),
  ]);
  expect(await other('recover', '--data', data)).toEqual([
    0,
    expect.stringMatching(/^Asha Kumar \(AK\) .* new PIN: \d{6}\n/),
  ]);
  const empty = temporaryFolder();
  expect(await other('recover', '--data', empty)).toEqual([
    1,
    expect.stringMatching(/^There is no opd-tokens\.db/),
  ]);
  expect(readdirSync(empty)).toEqual([]);
});

test('audit:verify checks the record of data in use, finds the first broken line, and one kept elsewhere', async () => {
  const data = temporaryFolder();
  const store = await clinicIn(data);
  const verify = (...args: string[]) => other('audit-verify', '--data', data, ...args);
  const [code, said] = await verify();
  expect([code, said]).toEqual([0, expect.stringMatching(/^It holds: \d+ lines\.\nKeep this elsewhere: /)]);
  const kept = /elsewhere: (\S+)/.exec(said)?.[1] ?? '';
  expect(await verify('--kept', kept)).toEqual([0, expect.stringContaining('is the one that was kept')]);
  const another = kept.replace(/[0-9a-f]$/, (digit) => (digit === '0' ? '1' : '0'));
  expect(await verify('--kept', another)).toEqual([1, expect.stringMatching(/^Broken\. The lines fit/)]);
  expect(await verify('--kept', '7')).toEqual([2, expect.stringContaining('--kept needs')]);
  await store.close();
  const database = new Database(join(data, 'opd-tokens.db'));
  database.exec('DROP TRIGGER audit_is_never_changed; UPDATE audit SET at = at + 1 WHERE id = 1');
  database.close();
  expect(await verify()).toEqual([
    1,
    expect.stringMatching(/^Broken\. 0 lines hold; then line 1, which says/),
  ]);
  expect(await other('audit-verify', '--data', temporaryFolder())).toEqual([
    2,
    expect.stringMatching(/^There is no opd-tokens\.db/),
  ]);
});
