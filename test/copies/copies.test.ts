import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { inspect } from '../../src/main/copies/inspect';
import { listCopies, removeLeftovers } from '../../src/main/copies/list';
import { copyName, parseCopyName, sidecarOf } from '../../src/main/copies/name';
import { pack } from '../../src/main/copies/pack';
import { proveCopy } from '../../src/main/copies/prove';
import { snapshot } from '../../src/main/copies/snapshot';
import { unpack } from '../../src/main/copies/unpack';
import { at, MONDAY, temporaryFolder } from '../helpers/clinic';
import { LOCK, MADE_AT, PASSPHRASE, packing, place } from './helpers';

const problem = (name: string) => expect.objectContaining({ problem: name });

test('a copy is packed, proved, and says beside it what is in it, without the name of any patient', async () => {
  const here = await place();
  const told: number[] = [];
  const copy = await pack({ ...packing(here), progress: (part) => told.push(part) });
  expect(copy.file).toBe('opd-tokens-2026-01-05T10-00-00-000+0530.db.gz');
  expect(copy.facts).toMatchObject({
    ...{ clinicName: 'Lotus Clinic', timeZone: 'Asia/Kolkata', doctors: 3, tokens: 5, reason: 'hour' },
    ...{ firstDay: MONDAY, lastDay: MONDAY, lastEventAt: at('08:30'), madeAt: MADE_AT, provedAt: MADE_AT },
    ...{ appVersion: '1.0.0', size: statSync(copy.path).size, unpackedSize: statSync(here.source).size },
  });
  expect(readdirSync(here.folder)).toHaveLength(2);
  expect(readdirSync(here.work)).toEqual(['source.db']);
  expect(listCopies([here.folder])).toEqual([copy]);
  expect(readFileSync(sidecarOf(copy.path), 'utf8')).not.toContain('Patient');
  expect(told).toEqual([...told].sort());
  expect(told.at(-1)).toBe(1);
  // Anybody can read it back by hand.
  expect(gunzipSync(readFileSync(copy.path)).equals(readFileSync(here.source))).toBe(true);
});

test('a snapshot is of one moment, also where something is saved meanwhile, and needs no log beside it', async () => {
  const here = await place();
  await here.clinic.issued();
  expect(inspect(here.source).tokens).toBe(5);
  const saved: Promise<unknown>[] = [];
  await snapshot(here.database, here.source, {
    progress: () => saved.length < 3 && saved.push(here.clinic.issued()),
  });
  expect(await Promise.all(saved)).not.toHaveLength(0);
  expect(inspect(here.source).tokens).toBe(6);
  expect(readdirSync(here.work)).toEqual(['source.db']);
});

test('an encrypted copy needs its passphrase, and only that', async () => {
  const here = await place();
  const copy = await pack({ ...packing(here), lock: LOCK });
  expect(copy.file).toMatch(/\.db\.gz\.age$/);
  expect(readFileSync(copy.path, 'latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt /);
  const back = join(here.work, 'back.db');
  await unpack(copy.path, back, { passphrase: PASSPHRASE });
  expect(readFileSync(back).equals(readFileSync(here.source))).toBe(true);
  rmSync(back);
  await expect(unpack(copy.path, back)).rejects.toEqual(problem('passphrase_missing'));
  await expect(unpack(copy.path, back, { passphrase: 'wrong' })).rejects.toEqual(problem('wrong_passphrase'));
  expect(existsSync(back)).toBe(false);
  const proof = { work: here.work, now: at('11:00') };
  await expect(proveCopy(copy.path, proof)).rejects.toEqual(problem('passphrase_missing'));
  expect(await proveCopy(copy.path, { ...proof, passphrase: PASSPHRASE })).toMatchObject({
    provedAt: at('11:00'),
  });
  // Cut off, and a byte of it changed.
  rmSync(sidecarOf(copy.path));
  truncateSync(copy.path, statSync(copy.path).size - 100);
  await expect(unpack(copy.path, back, { passphrase: PASSPHRASE })).rejects.toEqual(problem('damaged'));
});

test('a passphrase is the same from another keyboard, with spaces around it, or out of a file', async () => {
  const here = await place();
  const typed = 'Zoë’s क़लम über alles';
  const copy = await pack({ ...packing(here), lock: { ...LOCK, passphrase: typed.normalize('NFC') } });
  const back = join(here.work, 'back.db');
  for (const passphrase of [typed.normalize('NFD'), ` ${typed} `, `\ufeff${typed}`])
    await unpack(copy.path, back, { passphrase });
  await expect(unpack(copy.path, back, { passphrase: typed.toLowerCase() })).rejects.toEqual(
    problem('wrong_passphrase'),
  );
  await expect(unpack(copy.path, back, { passphrase: '' })).rejects.toEqual(problem('wrong_passphrase'));
  await expect(unpack(copy.path, back, { passphrase: 'x'.repeat(1000) })).rejects.toEqual(
    problem('wrong_passphrase'),
  );
});

test('a copy that was tampered with, cut off, or exchanged is not proved', async () => {
  const here = await place();
  const proof = { work: here.work, now: at('11:00') };
  const copy = await pack(packing(here));
  const whole = readFileSync(copy.path);
  const other = Buffer.from(whole);
  other[whole.length >> 1] = (other[whole.length >> 1] ?? 0) ^ 1;
  writeFileSync(copy.path, other);
  await expect(proveCopy(copy.path, proof)).rejects.toEqual(problem('checksum'));
  truncateSync(copy.path, whole.length >> 1);
  await expect(proveCopy(copy.path, proof)).rejects.toEqual(problem('truncated'));
  // Without the words beside it, too.
  rmSync(sidecarOf(copy.path));
  await expect(proveCopy(copy.path, proof)).rejects.toEqual(problem('truncated'));
  writeFileSync(copy.path, other);
  await expect(proveCopy(copy.path, proof)).rejects.toEqual(problem('damaged'));
  rmSync(copy.path);
  await expect(proveCopy(copy.path, proof)).rejects.toEqual(problem('missing'));
  expect(readdirSync(here.work)).toEqual(['source.db']);
  // Another database under the same name, its checksum made right: what is in it is another.
  const again = await pack(packing(here));
  const words = JSON.parse(readFileSync(sidecarOf(again.path), 'utf8'));
  writeFileSync(sidecarOf(again.path), JSON.stringify({ ...words, tokens: 4 }));
  await expect(proveCopy(again.path, proof)).rejects.toEqual(problem('counts'));
});

test('a copy of an older version, or carried here by hand, lists, is proved and unpacks', async () => {
  const here = await place();
  const old = temporaryFolder();
  const plain = join(old, 'opd-tokens-2025-12-30T18-05-12-123+0530.db');
  copyFileSync(here.source, plain);
  const packed = await pack(packing(here));
  copyFileSync(packed.path, join(old, packed.file));
  expect(listCopies([old, join(old, 'not-there')])).toMatchObject([
    { packing: 'gzip', madeAt: MADE_AT, facts: null },
    { packing: 'plain', madeAt: Date.parse('2025-12-30T18:05:12.123+05:30'), facts: null },
  ]);
  expect(await proveCopy(plain, { work: here.work, now: at('11:00') })).toMatchObject({
    ...{ tokens: 5, appVersion: null, reason: null, provedAt: at('11:00') },
    madeAt: Date.parse('2025-12-30T18:05:12.123+05:30'),
  });
  expect(listCopies([old])[1]?.facts?.tokens).toBe(5);
  const back = join(here.work, 'back.db');
  await unpack(plain, back);
  expect(inspect(back).tokens).toBe(5);
});

test('what is no database of ours is said by name, and not written', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'any.db');
  const says = (name: string): void => expect(() => inspect(path)).toThrow(problem(name));
  says('missing');
  writeFileSync(path, '');
  says('not_a_database');
  writeFileSync(path, 'x'.repeat(5000));
  says('not_a_database');
  rmSync(path);
  const foreign = new Database(path);
  foreign.exec('CREATE TABLE things (x)');
  foreign.close();
  says('foreign');
  const here = await place();
  copyFileSync(here.source, path);
  const newer = new Database(path);
  newer.pragma('user_version = 9999');
  newer.close();
  says('newer');
  const pages = readFileSync(here.source);
  pages.fill(0x5a, 4096 * 3, 4096 * 20);
  writeFileSync(path, pages);
  says('damaged');
  writeFileSync(path, readFileSync(here.source).subarray(0, 4096 * 5));
  says('damaged');
  expect(readdirSync(folder)).toEqual(['any.db']);
});

test('stopped, or out of room, it leaves nothing under the name of a copy', async () => {
  const here = await place();
  const stopping = new AbortController();
  const stopped = pack({ ...packing(here), signal: stopping.signal, progress: () => stopping.abort() });
  await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
  expect(readdirSync(here.folder)).toEqual([]);
  // No room, for real: whatever is written to this device does not fit.
  const full = join(here.work, 'full.db.part');
  if (existsSync('/dev/full')) {
    symlinkSync('/dev/full', full);
    await expect(unpack(here.source, join(here.work, 'full.db'))).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(existsSync(join(here.work, 'full.db'))).toBe(false);
  }
  expect(readdirSync(here.work)).toEqual(['source.db']);
});

test('what a killed process left is removed, and nothing else', async () => {
  const here = await place();
  const copy = await pack(packing(here));
  const left = [
    'opd-tokens-2026-01-04T08-00-00-000+0530.part.db.gz',
    'opd-tokens-2026-01-04T08-00-00-000Z.db.part',
    'opd-tokens-2026-01-04T08-00-00-000+0530.json',
    'opd-tokens-2026-01-05T10-00-00-000+0530.json.part',
    'opd-tokens-proof-1-0.db.part-wal',
  ];
  for (const file of [...left, 'mine.part', 'notes.json']) writeFileSync(join(here.folder, file), 'half');
  expect(listCopies([here.folder])).toEqual([copy]);
  removeLeftovers(here.folder);
  expect(readdirSync(here.folder).sort()).toEqual(
    ['mine.part', 'notes.json', copy.file, sidecarOf(copy.file)].sort(),
  );
});

test('a name is one moment, also where the clock is put back and the clinic moves', () => {
  const moments: [string, string][] = [
    ['2026-10-25T00:30:00.000Z', 'Europe/Berlin'],
    ['2026-10-25T01:30:00.000Z', 'Europe/Berlin'],
    ['2026-03-29T00:30:00.000Z', 'America/St_Johns'],
    ['2031-01-01T12:00:00.123Z', 'Asia/Kathmandu'],
  ];
  const names = moments.map(([moment, zone]) =>
    copyName({ madeAt: Date.parse(moment), packing: 'age' }, zone),
  );
  expect(new Set(names).size).toBe(moments.length);
  expect(names.map((name) => parseCopyName(name))).toEqual(
    moments.map(([moment]) => ({ madeAt: Date.parse(moment), packing: 'age' })),
  );
  for (const other of ['opd-tokens.db', 'opd-tokens-2026-01-05T99-00-00-000+0530.db', 'x.db.gz']) {
    expect(parseCopyName(other), other).toBeUndefined();
  }
});
