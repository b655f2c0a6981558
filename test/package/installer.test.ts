import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { textOfNsis } from '../../scripts/lib/nsis-program.mjs';
import { standInPlugin } from '../../scripts/lib/stand-in-plugin.mjs';

const script = readFileSync('resources/installer.nsh', 'utf8');

test('every text of the installer is there in English and in Hindi', () => {
  const texts = [...script.matchAll(/LangString (\w+) (\d+) "(.+)"$/gm)].map(([, name, language, text]) => ({
    name,
    language,
    text,
  }));
  const names = [...new Set(texts.map(({ name }) => name))];
  expect(names.length).toBeGreaterThan(6);
  for (const name of names) {
    const ofName = texts.filter((text) => text.name === name);
    expect(ofName.map(({ language }) => language)).toEqual(['1033', '1081']);
    expect(ofName[1]?.text).toMatch(/[\u0900-\u097f]/);
  }
});

test('no port is opened unless somebody ticks it, and then to this program alone, in private networks', () => {
  expect(script).toMatch(/^ {2}StrCpy \$opensFirewall \$\{BST_UNCHECKED\}$/m);
  const adds = script.split('\n').filter((line) => line.includes('firewall add rule'));
  expect(adds.map((line) => /protocol=\S+( localport=\d+)?/.exec(line)?.[0])).toEqual([
    'protocol=TCP',
    'protocol=UDP localport=5353',
  ]);
  for (const line of adds) expect(line).toContain('profile=private,domain program="$appExe"');
  const [before = '', between] = script.split('firewall add rule');
  expect(between).not.toMatch(/\{(if|else|endif)/i);
  const [condition] = before.slice(before.lastIndexOf('{if}')).split('\n');
  expect(condition).toMatch(/\$opensFirewall == \$\{BST_CHECKED\}$/);
});

test('uninstalling takes no file of the clinic', () => {
  expect(script).not.toMatch(/^\s*(RMDir|Delete)\b/m);
  expect(readFileSync('electron-builder.yml', 'utf8')).toContain('deleteAppDataOnUninstall: false');
});

test('a stand-in for a plugin names its functions where Windows looks for them', () => {
  const file = standInPlugin('UAC', ['_', 'Run']);
  expect(file.toString('latin1', 0, 2)).toBe('MZ');
  const header = file.readUInt32LE(0x3c);
  expect(file.toString('latin1', header, header + 4)).toBe('PE\0\0');
  // One section, at 0x1000 in memory and 0x200 in the file.
  const inFile = (address: number): number => address - 0x1000 + 0x200;
  const exports = inFile(file.readUInt32LE(header + 24 + 96));
  const textAt = (address: number): string => {
    const at = inFile(address);
    return file.toString('latin1', at, file.indexOf(0, at));
  };
  expect(textAt(file.readUInt32LE(exports + 12))).toBe('UAC.dll');
  const names = inFile(file.readUInt32LE(exports + 32));
  expect([0, 1].map((index) => textAt(file.readUInt32LE(names + index * 4)))).toEqual(['Run', '_']);
});

/** A program as NSIS writes it, of these parts; the first is the script. */
function nsisProgram(...parts: readonly Buffer[]): Buffer {
  const signature = Buffer.from('efbeadde4e756c6c736f6674496e7374', 'hex');
  const packed = parts.flatMap((part) => {
    const data = deflateRawSync(part);
    const length = Buffer.alloc(4);
    length.writeUInt32LE((data.length | 0x80000000) >>> 0);
    return [length, data];
  });
  return Buffer.concat([Buffer.from('MZ stub'), signature, Buffer.alloc(8), ...packed]);
}

test('what was compiled is read back, also of a program within the program', () => {
  const inner = nsisProgram(Buffer.from('the uninstaller', 'utf16le'));
  const outer = nsisProgram(Buffer.from('the installer', 'utf16le'), Buffer.from('a file'), inner);
  expect(textOfNsis(outer)).toBe('the installerthe uninstaller');
  expect(textOfNsis(Buffer.from('no such program'))).toBe('');
});
