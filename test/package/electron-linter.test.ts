import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import {
  compareFindings,
  EXPLAINED,
  findingsOf,
  layOutForLinter,
} from '../../scripts/lib/electron-linter.mjs';

/** A finding as the linter reports it. */
const found = (ruleId: string, uri: string, startLine: number): object => ({
  ruleId,
  locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine } } }],
});

async function laidOut(
  files: Record<string, string>,
): Promise<{ scripts: string[]; textOf(path: string): string }> {
  const folder = mkdtempSync(join(tmpdir(), 'opd-linter-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const part of ['main', 'preload', 'renderer'])
    mkdirSync(join(folder, 'out', part), { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, 'out', name)), { recursive: true });
    writeFileSync(join(folder, 'out', name), text);
  }
  const scripts = await layOutForLinter(join(folder, 'out'), join(folder, 'laid-out'));
  return { scripts, textOf: (path) => readFileSync(join(folder, 'laid-out', path), 'utf8') };
}

test('the linter gets the built app in words it knows; a library’s own pages it does not get', async () => {
  const { scripts, textOf } = await laidOut({
    'main/index.js': 'export class A { #x = 1; get() { return this?.#x ?? import.meta.dirname; } }',
    'main/chunks/desktop-CngC2RHm.js': 'export const a = 1;',
    'main/api-docs/swagger-ui-bundle.js': 'broken {',
    'preload/index.cjs': 'const a = b ?? c;',
    'renderer/index.html': '<title>OPD Tokens</title>',
  });
  expect(scripts).toEqual(['main/chunks/desktop-CngC2RHm.js', 'main/index.js', 'preload/index.js']);
  for (const path of scripts) expect(textOf(path)).not.toMatch(/#x|\?\?|\?\.|import\.meta/);
  expect(textOf('renderer/index.html')).toBe('<title>OPD Tokens</title>');
});

test('a script that the linter passed over in silence is told, and a finding is known by its line', async () => {
  const { scripts, textOf } = await laidOut({
    'main/index.js': 'first();',
    'main/chunks/desktop-CngC2RHm.js': '  shell.openExternal(address);',
  });
  const lastLine = (path: string): number => textOf(path).split('\n').length;
  const chunk = 'main/chunks/desktop-CngC2RHm.js';
  const sarif = {
    runs: [
      {
        results: [
          found('OPEN_EXTERNAL_JS_CHECK', chunk, 1),
          found('OPEN_EXTERNAL_JS_CHECK', chunk, lastLine(chunk)),
          found('CSP_GLOBAL_CHECK', 'N/A', 0),
        ],
      },
    ],
  };
  expect(findingsOf(sarif, scripts, textOf)).toEqual({
    findings: [
      {
        check: 'OPEN_EXTERNAL_JS_CHECK',
        file: 'main/chunks/desktop.js',
        line: 'shell.openExternal(address);',
      },
      { check: 'CSP_GLOBAL_CHECK', file: 'N/A', line: '' },
    ],
    unread: ['main/index.js'],
  });
});

test('a new finding is told, and an explanation of what is no longer found', () => {
  const [first, ...others] = EXPLAINED;
  const stranger = {
    check: 'NODE_INTEGRATION_JS_CHECK',
    file: 'main/index.js',
    line: 'nodeIntegration: true,',
  };
  expect(compareFindings([...others, stranger])).toEqual({ added: [stranger], gone: [first] });
  expect(compareFindings(EXPLAINED)).toEqual({ added: [], gone: [] });
});

test('readers are told of every finding that stays, and why', () => {
  const text = readFileSync('docs/security.md', 'utf8');
  for (const { check, why } of EXPLAINED) {
    expect(text).toContain(`| \`${check}\` |`);
    expect(text).toContain(why);
  }
});
