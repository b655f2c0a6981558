import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { contract } from '../../src/shared/contract';

const root = 'src/renderer/src';

/** What is called past `useCommand`: it would have no lock, and no request id that outlives a lost answer. */
it('what changes anything is done by useCommand alone', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  const past = files.flatMap((name) => {
    const text = readFileSync(`${root}/${name}`, 'utf8');
    return [...text.matchAll(/\bcall\(\s*[`'"]([\w.]+)[`'"]/g)]
      .map(([, called]) => called as keyof typeof contract)
      .filter((called) => contract[called]?.kind === 'command')
      .map((called) => `${name}: ${called}`);
  });
  expect(past).toEqual([]);
});
