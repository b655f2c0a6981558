import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../helpers/clinic';
import { bundlePrograms } from '../helpers/programs';

const program = join(await bundlePrograms('crash-test', ['test/crash/failing']), 'failing.js');

/** Runs it to its end. */
function run(folder: string, ...args: string[]): { status: number | null; noted: unknown[] } {
  const proof = join(temporaryFolder(), 'proof');
  const { status } = spawnSync(process.execPath, [program, folder, proof, ...args], { stdio: 'ignore' });
  const lines = existsSync(proof) ? readFileSync(proof, 'utf8').trimEnd().split('\n') : [];
  return { status, noted: lines.map((line) => JSON.parse(line) as unknown) };
}

test('what nobody expected begins the app anew, with its switches, and says in the log why', () => {
  expect(run(temporaryFolder(), 'throws', '--windowed')).toEqual({
    status: 1,
    noted: [
      ['the app failed and begins anew', 'a defect'],
      ['begins again', ['throws', '--windowed', '--after-crash']],
    ],
  });
});

test('where somebody develops it ends; a promise that nobody waited for ends nothing', () => {
  expect(run(temporaryFolder(), 'throws', '--unguarded')).toEqual({
    status: 1,
    noted: [['the app failed and begins anew', 'a defect']],
  });
  expect(run(temporaryFolder(), 'rejects')).toEqual({
    status: 0,
    noted: [['a failure that nobody waited for', 'nobody waits'], ['goes on']],
  });
});

test('a defect that comes with every start begins the app three times, and then says so', () => {
  const folder = temporaryFolder();
  const again = () => run(folder, 'throws', '--after-crash').noted.at(-1);
  const begins = ['begins again', ['throws', '--after-crash']];
  expect([again(), again(), again()]).toEqual([begins, begins, begins]);
  expect(again()).toEqual(['gives up', expect.stringContaining('several times within a few minutes')]);
});
