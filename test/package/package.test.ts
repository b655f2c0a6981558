import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createPackage } from '@electron/asar';
import { expect, onTestFinished, test } from 'vitest';
import { afterRemovalText, controlText, desktopText, kioskUnitText } from '../../scripts/lib/deb.mjs';
import { packageContents } from '../../scripts/lib/package-contents.mjs';

const release = {
  name: 'opd-tokens',
  version: '1.2.3',
  title: 'OPD Tokens',
  maintainer: 'OPD Tokens contributors <opd-tokens@localhost>',
  executable: 'opd-tokens',
  isTestBuild: false,
};
const testBuild = { ...release, name: 'opd-tokens-testbuild', version: '1.2.3~testbuild', isTestBuild: true };

test('a test build can be taken for no release: its name, version and description say so, and both are never there at once', () => {
  const control = controlText(testBuild, 1_000_000);
  expect(control).toContain('Package: opd-tokens-testbuild\nVersion: 1.2.3~testbuild\n');
  expect(control).toContain('Conflicts: opd-tokens\n');
  expect(control).toContain('not for use in a clinic');
  expect(controlText(release, 1)).toContain('Conflicts: opd-tokens-testbuild\n');
  expect(controlText(release, 1)).not.toContain('test build');
});

test('the size is told in whole KiB, and no line of the control file is empty but the last', () => {
  const lines = controlText(release, 1_025).split('\n');
  expect(lines).toContain('Installed-Size: 2');
  expect(lines.slice(0, -1)).not.toContain('');
  expect(lines.at(-1)).toBe('');
});

test('removing it deletes nothing of the clinic, and says where that is', () => {
  const script = afterRemovalText(release);
  expect(script).toContain('~/.config/OPD Tokens');
  expect(script).not.toMatch(/\brm\b|unlink|find/);
});

/** Files of these systems stand in for theirs: systemd looks whether a program is there. */
function rootWith(unit: string, ...programs: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'opd-units-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const program of programs) {
    mkdirSync(dirname(join(folder, program)), { recursive: true });
    writeFileSync(join(folder, program), '#!/bin/sh\n', { mode: 0o755 });
  }
  mkdirSync(join(folder, 'etc/systemd/system'), { recursive: true });
  writeFileSync(join(folder, 'etc/systemd/system/opd-tokens-kiosk.service'), unit);
  return folder;
}

test('the kiosk without a desktop starts this package’s command alone on the first console, and again whenever it ends', () => {
  const unit = kioskUnitText(release);
  expect(unit).toContain('ExecStart=/usr/bin/cage -- /usr/bin/opd-tokens --station=kiosk\n');
  expect(unit).toContain('Restart=always');
  expect(unit).toContain('User=opd-kiosk');
  expect(kioskUnitText(testBuild)).toContain('/usr/bin/opd-tokens-testbuild --station=kiosk');
  const path = '/usr/bin/systemd-analyze';
  // Where systemd is, it has nothing to say against it; a word that it does not know it would say.
  const say = (text: string): string => {
    const root = rootWith(text, 'usr/bin/cage', 'usr/bin/opd-tokens');
    const args = [
      'verify',
      `--root=${root}`,
      '--recursive-errors=no',
      '--man=no',
      'opd-tokens-kiosk.service',
    ];
    const { stderr } = spawnSync(path, args, { encoding: 'utf8' });
    return stderr
      .split('\n')
      .filter((line) => line.includes('opd-tokens-kiosk'))
      .join('\n');
  };
  if (!existsSync(path)) return;
  expect(say(unit)).toBe('');
  expect(say(unit.replace('Restart=always', 'Restart=ever'))).toContain('restart specifier');
});

test('the menu entry starts the command of the package', () => {
  expect(desktopText(release)).toMatch(/^Exec=\/usr\/bin\/opd-tokens %U$/m);
});

const BINARY = 'node_modules/better-sqlite3/prebuilds/linux-x64.node';
const needed = [
  'package.json',
  'out/main/index.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'resources/icon.png',
  BINARY,
];

/** An unpacked app with these files in its archive and beside it. */
async function unpackedWith(inside: readonly string[], outside: readonly string[] = []): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'opd-unpacked-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const write = (path: string): void => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, 'x');
  };
  for (const path of inside) write(join(folder, 'app', path));
  for (const path of outside) write(join(folder, 'unpacked', path));
  mkdirSync(join(folder, 'unpacked', 'resources'), { recursive: true });
  await createPackage(join(folder, 'app'), join(folder, 'unpacked', 'resources', 'app.asar'));
  return join(folder, 'unpacked');
}

test('an app of what it needs is fine', async () => {
  const unpacked = await unpackedWith(
    [...needed, 'out/main/chunks/engine-a.js', 'resources/voice/hi/digit-3.opus'],
    [`resources/app.asar.unpacked/${BINARY}`, 'locales/hi.pak'],
  );
  expect(packageContents(unpacked, 'linux-x64.node')).toEqual({ files: 8, megabytes: 0, problems: [] });
});

test.each([
  'out/main/index.js.map',
  'src/main/index.ts',
  'test/app/run.test.ts',
  '.env',
  'out/main/.env.js',
  'node_modules/better-sqlite3/src/addon.cpp',
  'node_modules/better-sqlite3/prebuilds/win32-x64.node',
  'node_modules/zod/index.js',
])('%s in it is found', async (stranger) => {
  const unpacked = await unpackedWith([...needed, stranger]);
  expect(packageContents(unpacked, 'linux-x64.node').problems).toEqual([
    `${stranger} does not belong into the archive`,
  ]);
});

test('what is missing is found, and a stranger beside the archive', async () => {
  const unpacked = await unpackedWith(needed.slice(1), ['resources/default_app.asar']);
  expect(packageContents(unpacked, 'linux-x64.node').problems).toEqual([
    'resources/default_app.asar does not belong into the package',
    'package.json is missing',
  ]);
});
