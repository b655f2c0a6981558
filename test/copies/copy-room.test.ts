import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createCopyRoom } from '../../src/main/copy-room';
import { temporaryFolder } from '../helpers/clinic';
import { bundlePrograms } from '../helpers/programs';

/** A thread that waits for a file as for a network drive that hangs: nothing can end it but an answer. */
function hungScript(): { readonly script: string; readonly letGo: () => Promise<void> } {
  const folder = temporaryFolder();
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const script = join(folder, 'hung.mjs');
  writeFileSync(
    script,
    `import { openSync } from 'node:fs';
    import { parentPort } from 'node:worker_threads';
    parentPort.once('message', () => {
      parentPort.postMessage({ part: 0.1 });
      openSync(${JSON.stringify(pipe)}, 'r');
    });`,
  );
  return { script, letGo: async () => (await open(pipe, 'r+')).close() };
}

/** Longer than a thread takes to begin. */
const PATIENCE_MS = 2_000;

test('a folder that does not answer is given up, and not asked by ever more threads', async () => {
  const { script, letGo } = hungScript();
  onTestFinished(letGo);
  const room = createCopyRoom(script, { database: 'none', nativeBinding: undefined }, PATIENCE_MS);
  const listed = () => room.run('list', { folder: 'network drive' });
  const noAnswer = { ok: false, error: { problem: 'no_answer' } };
  expect(await listed()).toMatchObject(noAnswer);
  expect(await listed()).toMatchObject({
    ok: false,
    error: { problem: 'no_answer', words: 'what was asked there before still waits' },
  });
});

test('a thread that has answered leaves nothing behind that would kill the process at its end', async () => {
  const script = join(temporaryFolder(), 'answers.mjs');
  writeFileSync(
    script,
    `import { parentPort } from 'node:worker_threads';
    parentPort.once('message', () => parentPort.postMessage({ result: { ok: true, value: [] } }));`,
  );
  const before = process.listeners('exit');
  const room = createCopyRoom(script, { database: 'none', nativeBinding: undefined });
  for (let count = 0; count < 3; count += 1)
    expect(await room.run('list', { folder: 'stick' })).toEqual({ ok: true, value: [] });
  expect(process.listeners('exit').filter((one) => !before.includes(one))).toEqual([]);
});

test('a folder that does not answer keeps nobody from ending', async () => {
  const { script } = hungScript();
  const folder = await bundlePrograms('test-copies', ['test/copies/hung-program']);
  const program = spawn(process.execPath, [join(folder, 'hung-program.js'), script]);
  const [said] = await Promise.all([once(program.stdout, 'data'), once(program, 'exit')]);
  expect(String(said[0])).toBe('stopped\n');
});
