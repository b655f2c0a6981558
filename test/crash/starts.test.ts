import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mayBeginAgain } from '../../src/main/crash/starts';
import { temporaryFolder } from '../helpers/clinic';

const MINUTE = 60_000;

test('after a crash the app begins again three times in five minutes, and not a fourth', () => {
  const file = join(temporaryFolder(), 'crashes.json');
  const begins = (minute: number) => mayBeginAgain(file, minute * MINUTE);
  expect([begins(0), begins(1), begins(2), begins(3)]).toEqual([true, true, true, false]);
  expect([begins(9), begins(20)]).toEqual([true, true]);
});

test('a file that is damaged, or that a clock set back has left, keeps nobody from starting', () => {
  const file = join(temporaryFolder(), 'crashes.json');
  writeFileSync(file, '{"half');
  expect(mayBeginAgain(file, 5)).toBe(true);
  writeFileSync(file, JSON.stringify([1e15, 1e15, 1e15]));
  expect(mayBeginAgain(file, 5)).toBe(true);
  expect(mayBeginAgain(join(temporaryFolder(), 'no', 'folder'), 5)).toBe(true);
});

/** A program with a guardian, which ends as it is told to; begun again it writes its arguments into a file. */
async function endsBy(end: string): Promise<{ folder: string; proof: string }> {
  const folder = temporaryFolder();
  const proof = join(folder, 'again');
  const program = join(import.meta.dirname, 'guarded.ts');
  await once(spawn(process.execPath, [program, proof, end], { stdio: 'inherit' }), 'exit');
  return { folder, proof };
}

test('who is killed is begun again, with the same arguments', async () => {
  const { folder, proof } = await endsBy('SIGKILL');
  const watcher = watch(folder);
  while (!existsSync(proof) || readFileSync(proof, 'utf8') === '') await once(watcher, 'change');
  watcher.close();
  expect(readFileSync(proof, 'utf8')).toBe("it's there");
});
