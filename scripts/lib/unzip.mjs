import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const inflate = promisify(inflateRaw);

const END_OF_DIRECTORY = 0x06054b50;
const END_LENGTH = 22;
const DIRECTORY_ENTRY_LENGTH = 46;
const LOCAL_HEADER_LENGTH = 30;

/**
 * Unpacks chosen files of a zip archive (APPNOTE.TXT 6.3, no zip64). Own code, because a bare system has no
 * unzip and most of the archive in question is not wanted.
 * @param {string} archive
 * @param {(name: string) => string | undefined} target where a file goes, relative to the folder; none: skip it
 * @param {string} folder
 * @returns {Promise<number>} how many files were written
 */
export async function unzip(archive, target, folder) {
  const file = await open(archive);
  try {
    let written = 0;
    for (const entry of await readDirectory(file)) {
      const name = entry.name.endsWith('/') ? undefined : target(entry.name);
      if (name === undefined) continue;
      if (normalize(name).startsWith('..')) throw new Error(`unsafe path in the archive: ${name}`);
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, await readEntry(file, entry));
      if (entry.mode & 0o111) chmodSync(path, 0o755);
      written += 1;
    }
    return written;
  } finally {
    await file.close();
  }
}

/**
 * @typedef {object} Entry
 * @property {string} name
 * @property {number} mode Unix permissions
 * @property {number} method 0 stored, 8 deflated
 * @property {number} packedSize
 * @property {number} offset of its local header
 */

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @returns {Promise<Entry[]>}
 */
async function readDirectory(file) {
  const { size } = await file.stat();
  const tail = await slice(file, Math.max(0, size - END_LENGTH - 0xffff), size);
  let at = tail.length - END_LENGTH;
  while (at >= 0 && tail.readUInt32LE(at) !== END_OF_DIRECTORY) at -= 1;
  if (at < 0) throw new Error('not a zip archive');
  const start = tail.readUInt32LE(at + 16);
  const directory = await slice(file, start, start + tail.readUInt32LE(at + 12));

  /** @type {Entry[]} */
  const entries = [];
  for (let pos = 0; pos < directory.length; ) {
    const nameLength = directory.readUInt16LE(pos + 28);
    const nameStart = pos + DIRECTORY_ENTRY_LENGTH;
    entries.push({
      name: directory.toString('utf8', nameStart, nameStart + nameLength),
      mode: directory.readUInt32LE(pos + 38) >>> 16,
      method: directory.readUInt16LE(pos + 10),
      packedSize: directory.readUInt32LE(pos + 20),
      offset: directory.readUInt32LE(pos + 42),
    });
    pos = nameStart + nameLength + directory.readUInt16LE(pos + 30) + directory.readUInt16LE(pos + 32);
  }
  return entries;
}

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @param {Entry} entry
 */
async function readEntry(file, entry) {
  const header = await slice(file, entry.offset, entry.offset + LOCAL_HEADER_LENGTH);
  // The local header's name and extra field may be longer than the directory's.
  const start = entry.offset + LOCAL_HEADER_LENGTH + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = await slice(file, start, start + entry.packedSize);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw new Error(`unknown compression of ${entry.name}`);
  return inflate(packed);
}

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @param {number} from
 * @param {number} to
 */
async function slice(file, from, to) {
  const buffer = Buffer.alloc(to - from);
  const { bytesRead } = await file.read(buffer, 0, buffer.length, from);
  if (bytesRead !== buffer.length) throw new Error('the archive is cut short');
  return buffer;
}
