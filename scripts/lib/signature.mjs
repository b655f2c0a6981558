import { closeSync, existsSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { read } from './run.mjs';

/** Where a program's header says how long the list of its certificates is: https://learn.microsoft.com/en-us/windows/win32/debug/pe-format */
const CERTIFICATES = 4;

/**
 * Whether a program of Windows bears a signature. Whose it is, and that it is right, Windows looks at.
 * @param {string} file
 */
export function isSigned(file) {
  const head = Buffer.alloc(4096);
  const handle = openSync(file, 'r');
  readSync(handle, head, 0, head.length, 0);
  closeSync(handle);
  if (head.toString('latin1', 0, 2) !== 'MZ') return false;
  const header = head.readUInt32LE(0x3c);
  if (header + 24 + 160 > head.length || head.toString('latin1', header, header + 4) !== 'PE\0\0')
    return false;
  const optional = header + 24;
  const is64 = head.readUInt16LE(optional) === 0x20b;
  const directories = optional + (is64 ? 112 : 96);
  return head.readUInt32LE(directories + CERTIFICATES * 8 + 4) > 0;
}

/**
 * What of the things made here is not signed, so that a system warns of it. Linux' packages bear no signature: they have checksums.
 * @param {string} folder
 * @param {string} unpacked
 * @returns {Promise<string[]>}
 */
export async function unsignedIn(folder, unpacked) {
  if (process.platform === 'darwin') {
    const app = readdirSync(unpacked).find((name) => name.endsWith('.app')) ?? '';
    const { code } = await read('codesign', ['--verify', '--deep', '--strict', join(unpacked, app)]);
    const { code: refused } = await read('spctl', ['--assess', '--type', 'execute', join(unpacked, app)]);
    return code === 0 && refused === 0 ? [] : [app];
  }
  const programs = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.exe')) : [];
  return programs.filter((name) => !isSigned(join(folder, name)));
}
