import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkSums, SUMS_FILE, sumsOf } from '../../scripts/lib/checksums.mjs';
import { lintWorkflow } from '../../scripts/lib/lint-workflow.mjs';
import { packagesOf, shippedSbom } from '../../scripts/lib/sbom.mjs';
import { isSigned } from '../../scripts/lib/signature.mjs';
import { standInPlugin } from '../../scripts/lib/stand-in-plugin.mjs';

const workflows = readdirSync('.github/workflows').map((name) => `.github/workflows/${name}`);
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

test.each(workflows)('%s is a workflow that runs', async (path) => {
  expect(await lintWorkflow(readFileSync(path, 'utf8'), path)).toEqual([]);
});

test('the linter finds what is wrong', async () => {
  const broken = readFileSync('.github/workflows/release.yml', 'utf8')
    .replace('needs: test', 'needs: tests')
    .replace('${' + '{ matrix.os }}', '${' + '{ matrix.system }}');
  const found = (await lintWorkflow(broken, 'release.yml')).join('\n');
  expect(found).toContain('needs job "tests" which does not exist');
  expect(found).toContain('property "system" is not defined');
});

test.each(workflows)('every step of %s is one command, and npm knows it', (path) => {
  const runs = [...readFileSync(path, 'utf8').matchAll(/^ *(?:- )?run: (.+)$/gm)].map(([, run = '']) => run);
  expect(runs.length).toBeGreaterThan(3);
  for (const run of runs) {
    expect(run).not.toMatch(/&&|;|\|/);
    const [program, word = '', name = ''] = run.split(' ');
    if (program !== 'npm') continue;
    expect(scripts).toHaveProperty([word === 'run' ? name : word]);
  }
});

test('secrets reach the two steps that sign, and nothing is signed with what stands in the file', () => {
  const text = readFileSync('.github/workflows/release.yml', 'utf8');
  const secretsOf = (command: string): number => {
    const [, from = ''] = text.split(`- run: ${command}\n`);
    const [step = ''] = from.split('\n      - ');
    return step.match(/secrets\./g)?.length ?? 0;
  };
  expect(secretsOf('npm run release:sign')).toBe(1);
  expect(secretsOf('npm run package') + 1).toBe(text.match(/secrets\./g)?.length);
  for (const [, value] of text.matchAll(/^ +[A-Z_]*(?:CSC|APPLE|KEY)[A-Z_]*: (.+)$/gm)) {
    expect(value).toMatch(/^\$\{\{ secrets\.[A-Z_]+ \}\}$/);
  }
});

function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'opd-dist-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

test('checksums are of what is given away, and another file, a missing one and a foreign line are found', async () => {
  const folder = folderWith({ 'a.exe': 'abc', 'b.deb': '', 'builder-debug.yml': 'x', 'c.cdx.json': '{}' });
  const sums = await sumsOf(folder);
  expect(sums.split('\n').slice(0, 2)).toEqual([
    // FIPS 180-2, B.1
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.exe',
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  b.deb',
  ]);
  expect(sums).not.toContain('debug');
  writeFileSync(join(folder, SUMS_FILE), sums);
  expect(await checkSums(folder)).toEqual([]);
  writeFileSync(join(folder, 'a.exe'), 'abd');
  rmSync(join(folder, 'b.deb'));
  writeFileSync(join(folder, SUMS_FILE), `${sums}hello\n`);
  expect(await checkSums(folder)).toEqual([
    'a.exe is another file',
    'b.deb is missing',
    '“hello” is no line of a list',
  ]);
});

test('a package is known by where its files lie, also one within another, on any system', () => {
  expect(
    packagesOf([
      '/home/a/project/node_modules/zod/v4/index.js',
      '/home/a/project/node_modules/zod/v4/core.js',
      'C:\\project\\node_modules\\@noble\\curves\\node_modules\\@noble\\hashes\\sha2.js',
      '/home/a/project/node_modules/react-dom/index.js?commonjs-module',
      '/home/a/project/src/main/index.ts',
      '\0virtual',
    ]),
  ).toEqual([
    'node_modules/@noble/curves/node_modules/@noble/hashes',
    'node_modules/react-dom',
    'node_modules/zod',
  ]);
});

test('the list of parts says what is shipped, and bears the name of the app', () => {
  const app = { name: 'opd-tokens', version: '1.2.3', license: 'MIT', description: 'Tokens' };
  const listed = {
    bomFormat: 'CycloneDX',
    metadata: { component: { type: 'library', name: 'a-folder', 'bom-ref': 'opd-tokens@1.2.3' } },
    components: [
      { name: 'zod', version: '4.0.0', scope: 'optional' },
      { name: 'zod', version: '3.0.0', scope: 'optional' },
    ],
  };
  const sbom = shippedSbom(listed, app, new Set(['zod@4.0.0']));
  expect(sbom).toMatchObject({
    bomFormat: 'CycloneDX',
    metadata: {
      component: { type: 'application', name: 'opd-tokens', version: '1.2.3', 'bom-ref': 'opd-tokens@1.2.3' },
    },
    components: [{ scope: 'required' }, { scope: 'excluded' }],
  });
});

test('a program of Windows is signed if its header has certificates', () => {
  const program = standInPlugin('a', ['b']);
  const folder = folderWith({ 'text.exe': 'hello' });
  writeFileSync(join(folder, 'unsigned.exe'), program);
  const certificates = program.readUInt32LE(0x3c) + 24 + 96 + 4 * 8;
  program.writeUInt32LE(program.length, certificates);
  program.writeUInt32LE(1024, certificates + 4);
  writeFileSync(join(folder, 'signed.exe'), program);
  const signed = (name: string): boolean => isSigned(join(folder, name));
  expect([signed('text.exe'), signed('unsigned.exe'), signed('signed.exe')]).toEqual([false, false, true]);
});
