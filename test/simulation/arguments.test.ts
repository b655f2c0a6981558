import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BadArguments, readArguments } from '../../src/main/simulation/arguments';
import { cells } from '../../src/main/simulation/cells';
import { defaultRules } from '../../src/shared/model/settings';

describe('npm run simulate', () => {
  it('without options is the day of the seed', () => {
    expect(readArguments([])).toEqual({
      kind: 'day',
      json: false,
      seed: 1,
      doctors: 3,
      capacity: 3,
      tokens: 50,
      rules: defaultRules,
    });
  });

  it('takes what differs from the defaults, inline or in a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'opd-arguments-'));
    const file = join(folder, 'rules.json');
    writeFileSync(file, '{"maxEmergencyOverflow": 0}');
    const rules = { ...defaultRules, maxEmergencyOverflow: 0 };
    expect(readArguments(['--settings', file])).toMatchObject({ rules });
    expect(readArguments(['--settings', '{"maxEmergencyOverflow": 0}'])).toMatchObject({ rules });
    rmSync(folder, { recursive: true });
  });

  it('--evaluate takes days and cells', () => {
    expect(readArguments(['--evaluate', '--days', '20', '--cells', 'base,calm'])).toMatchObject({
      kind: 'evaluate',
      days: 20,
      cells: [{ name: 'base' }, { name: 'calm' }],
      changed: {},
    });
    expect(readArguments(['--evaluate'])).toMatchObject({ days: 1000, cells });
    expect(readArguments(['--help', '--days', 'x'])).toEqual({ kind: 'help' });
  });

  it.each([
    [['--doctors', '0'], '--doctors must be a whole number from 1 to 20, not "0".'],
    [['--capacity', '-1'], '--capacity must be a whole number from 0 to 500, not "-1".'],
    [['--tokens', '1e9'], '--tokens must be a whole number from 0 to 5000, not "1e9".'],
    [['--seed', '1.5'], '--seed must be a whole number from 0 to 4294967295, not "1.5".'],
    [['--seed', ''], '--seed must be a whole number from 0 to 4294967295, not "".'],
    [['--evaluate', '--days', '1'], '--days must be a whole number from 2 to 100000, not "1".'],
    [['--days', '5'], '--days goes with --evaluate only.'],
    [['--evaluate', '--tokens', '5'], '--tokens goes with the single day, not with --evaluate.'],
    [['--evaluate', '--cells', 'nowhere'], 'There is no cell "nowhere"; --help lists them.'],
    [['--settings', '{"maxEmergencyOverflow": -3}'], /^--settings: maxEmergencyOverflow: .*>=0\.$/],
    [['--settings', '{"nonsense": 1}'], /^--settings: .*nonsense/],
    [['--settings', '{broken'], /^--settings must be JSON/],
    [['--settings', 'no-such-file.json'], '--settings: there is no file "no-such-file.json".'],
    [['--settings', tmpdir()], /cannot be read\.$/],
    [['--nonsense'], /--nonsense.*--help lists the options\.$/],
    [['stray'], /stray.*--help lists the options\.$/],
    [['--capacity'], /--capacity.*--help lists the options\.$/],
  ])('%j is refused in one sentence', (args, sentence) => {
    expect(() => readArguments(args)).toThrow(BadArguments);
    expect(() => readArguments(args)).toThrow(sentence);
  });
});
