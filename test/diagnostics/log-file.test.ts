import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keepOld } from '../../src/main/log-file';
import { temporaryFolder } from '../helpers/clinic';

test('a full log is kept with those before it, and the oldest goes', () => {
  const folder = temporaryFolder();
  const full = join(folder, 'main.log');
  for (let morning = 1; morning <= 10; morning += 1) {
    writeFileSync(full, `morning ${morning}`);
    keepOld(full);
  }
  expect(readdirSync(folder).sort()).toEqual([1, 2, 3, 4, 5, 6, 7].map((number) => `main.${number}.log`));
  expect(readFileSync(join(folder, 'main.1.log'), 'utf8')).toBe('morning 10');
  expect(readFileSync(join(folder, 'main.7.log'), 'utf8')).toBe('morning 4');
  expect(() => keepOld(join(folder, 'nothing.log'))).not.toThrow();
});
