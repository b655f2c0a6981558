import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CopyRoom } from '../../src/main/app/outside/copy-room';
import { daysAfter } from '../../src/main/app/time/calendar';
import { createCopyRoom } from '../../src/main/copy-room';
import { serviceDaySchema } from '../../src/shared/model/time';
import { MONDAY, openClinic, type TestClinic, temporaryFolder, unwrap } from '../helpers/clinic';
import { ageDatabase } from './age-database';

/** `BENCH_TOKENS=1000000` for a clinic of decades. */
const TOKENS = Number(process.env.BENCH_TOKENS ?? 100_000);
const EVENTS_EACH = 5;
const ALONE = 1000;
const COPIES = 1;
/** So many days are booked in turn: no book grows so large that it is its size that is measured. */
const DAYS = 200;
const FIRST_DAY = serviceDaySchema.parse(MONDAY);
let issued = 0;

/** Times of tokens issued one after the other, until it is enough. */
async function issuing(clinic: TestClinic, isEnough: (count: number) => boolean): Promise<number[]> {
  const times: number[] = [];
  while (!isEnough(times.length)) {
    issued += 1;
    const doctorId = clinic.doctorIds[issued % clinic.doctorIds.length];
    const serviceDay = daysAfter(FIRST_DAY, 1 + (Math.floor(issued / clinic.doctorIds.length) % DAYS));
    const start = performance.now();
    unwrap(await clinic.issue({ ...(doctorId && { doctorId }), serviceDay, source: 'online' }));
    times.push(performance.now() - start);
    await new Promise(setImmediate);
  }
  return times;
}

function line(name: string, times: readonly number[]): string {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number): string =>
    `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2)} ms`;
  const cells = [String(times.length), at(0.5), at(0.99), at(1)].map((cell) => cell.padStart(12));
  return [name.padEnd(28), ...cells].join(' ');
}

/** A copy as the app makes it: a snapshot, then packed into its place and read back. */
async function copy(
  room: CopyRoom,
  folder: string,
  now: number,
  step: (name: string) => void,
): Promise<void> {
  step('snapshot');
  const { path } = well(await room.run('snapshot', { work: folder }));
  step('packed and proved');
  const place = { folder, isOwn: true, hasHeld: false };
  const wish = { source: path, work: folder, place, passphrase: null, now, reason: 'hour' } as const;
  well(await room.run('copy', { ...wish, appVersion: '0.0.0', keeping: null }));
  well(await room.run('tidy', { folder }));
}

function well<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; error: unknown },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

test(`tokens.issue while a copy is made, ${TOKENS} tokens before`, async () => {
  const root = temporaryFolder();
  const path = join(root, 'opd-tokens.db');
  const folder = join(root, 'backups');
  mkdirSync(folder);
  const clinic = await openClinic({ path });
  await clinic.issued();
  ageDatabase(path, TOKENS, EVENTS_EACH);
  const room = createCopyRoom(join(import.meta.dirname, '../../out/main/copier.js'), {
    database: path,
    nativeBinding: undefined,
  });
  await issuing(clinic, (count) => count >= 100);
  const before = await issuing(clinic, (count) => count >= ALONE);

  const during = new Map<string, number[]>();
  const took = new Map<string, number>();
  let largestLog = 0;
  for (let run = 0; run < COPIES; run += 1) {
    let now = '';
    let begun = performance.now();
    let isDone = false;
    const step = (name: string): void => {
      if (now !== '') took.set(now, performance.now() - begun);
      [now, begun] = [name, performance.now()];
    };
    const copying = copy(room, folder, clinic.clock.now() + run, step).finally(() => {
      step('');
      isDone = true;
    });
    while (!isDone) {
      const name = now;
      const times = await issuing(clinic, () => isDone || now !== name);
      during.set(name, [...(during.get(name) ?? []), ...times]);
      largestLog = Math.max(largestLog, statSync(`${path}-wal`).size);
    }
    await copying;
  }
  const after = await issuing(clinic, (count) => count >= ALONE);

  const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
  const head = ['tokens', 'median', 'p99', 'longest'].map((cell) => cell.padStart(12)).join(' ');
  console.log(
    [
      `\ntokens.issue, ${TOKENS} tokens before (${megabytes(statSync(path).size)})`,
      `${' '.repeat(28)} ${head}`,
      line('no copy, before', before),
      ...[...during].map(([name, times]) => line(name, times)),
      line('no copy, after', after),
      ...[...took].map(([name, ms]) => `${name}: ${(ms / 1000).toFixed(1)} s`),
      `write-ahead log, at its largest: ${megabytes(largestLog)}\n`,
    ].join('\n'),
  );
  expect(during.size).toBeGreaterThan(0);
}, 3_600_000);
