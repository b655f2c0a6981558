import { mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { sidecarOf } from '../../../src/main/copies/name';
import { at, staff, temporaryFolder, unwrap } from '../../helpers/clinic';
import { type Kept, keptClinic, makeNow, statusOf } from './kit';

async function copiesTo(clinic: Kept, paths: readonly string[], encrypted = false): Promise<void> {
  const folders = paths.map((path) => ({ path, limitMb: 50, encrypted }));
  unwrap(await clinic.app.call('settings.change', { backup: { folders } }, staff));
}

test('two clinics keep their copies in one folder: neither removes, lists or counts the other’s', async () => {
  const shared = temporaryFolder();
  const [one, other] = [await keptClinic(), await keptClinic()];
  for (const clinic of [one, other]) await copiesTo(clinic, [shared]);
  await one.issued();
  await one.roundAt(at('09:00'));
  // What the other one is writing just now.
  const half = 'opd-tokens-2026-01-05T09-05-00-000+0530.part.db.gz';
  writeFileSync(join(shared, half), 'half');
  await other.issued();
  await other.roundAt(at('09:10'));
  expect(one.copies(shared)).toHaveLength(3);
  await one.issued();
  one.clock.setTo(at('09:20'));
  unwrap(await makeNow(one));
  // One's own of the same hour went, the other's did not.
  expect(one.copies(shared)).toEqual([
    half,
    expect.stringContaining('09-10-00'),
    expect.stringContaining('09-20-00'),
  ]);
  const [, place] = (await statusOf(one)).places;
  expect(place).toMatchObject({ copies: 1, lastProvedAt: at('09:20') });
  const listed = unwrap(await other.app.call('backups.list', {}, staff));
  expect(listed.filter(({ folder }) => folder === shared).map(({ madeAt }) => madeAt)).toEqual([at('09:10')]);
});

test('what is wrong with two places at once is said of both', async () => {
  const clinic = await keptClinic();
  await copiesTo(clinic, [temporaryFolder(), temporaryFolder(), join(clinic.root, 'nowhere')], true);
  unwrap(await makeNow(clinic));
  expect((await statusOf(clinic)).places.map(({ problem }) => problem)).toEqual([
    null,
    'no_passphrase',
    'no_passphrase',
    'no_passphrase',
  ]);
});

test('whatever else lies in a folder, copies are made there and listed', async () => {
  const clinic = await keptClinic();
  const folder = temporaryFolder();
  await copiesTo(clinic, [folder]);
  const named = (time: string): string => join(folder, `opd-tokens-2026-01-04T${time}-00-000+0530.db.gz`);
  symlinkSync(named('07-00'), named('07-00'));
  symlinkSync('/nowhere', named('07-01'));
  mkdirSync(named('07-02'));
  writeFileSync(join(folder, 'opd-tokens-\n😀.part'), '');
  // Beside a copy: a hundred megabytes in place of some hundred bytes.
  writeFileSync(named('07-03'), 'nothing');
  writeFileSync(sidecarOf(named('07-03')), Buffer.alloc(100_000_000, ' '));
  for (let count = 0; count < 2000; count += 1) writeFileSync(join(folder, `photo ${count}.jpg`), '');
  await clinic.issued();
  unwrap(await makeNow(clinic));
  expect((await statusOf(clinic)).places[1]).toMatchObject({ problem: null, copies: 2 });
  const listed = unwrap(await clinic.app.call('backups.list', {}, staff));
  expect(listed.filter((copy) => copy.folder === folder).map(({ facts }) => facts?.tokens ?? null)).toEqual([
    1,
    null,
  ]);
});

test('a copy that is huge once it is unpacked is given up before the disk is full', async () => {
  const left = { bytes: 1e12 };
  const clinic = await keptClinic({ freeBytes: () => left.bytes });
  mkdirSync(clinic.backups, { recursive: true });
  const file = 'opd-tokens-2026-01-04T07-00-00-000+0530.db.gz';
  const bomb = join(clinic.backups, file);
  writeFileSync(bomb, gzipSync(Buffer.alloc(64 * 1024 * 1024)));
  expect(statSync(bomb).size).toBeLessThan(100_000);
  left.bytes = 1_000_000;
  const wish = { folder: clinic.backups, file };
  expect(await clinic.app.call('backups.prove', wish, staff)).toMatchObject({
    error: { code: 'CONFLICT', details: { reason: 'backup_no_room' } },
  });
  expect(clinic.copies()).toEqual([file]);
});
