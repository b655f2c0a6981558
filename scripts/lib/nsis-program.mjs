import { inflateRawSync } from 'node:zlib';

/** What begins the data of a program that NSIS made: 0xDEADBEEF, `NullsoftInst`, and the lengths of what follows. */
const SIGNATURE = Buffer.from('efbeadde4e756c6c736f6674496e7374', 'hex');
const LENGTHS = 8;

/**
 * The texts and commands that NSIS compiled into a program, one after the other; those of the uninstaller that it writes too.
 * Each part is its length, whose highest bit says that it is packed, and the part itself; the first is the script.
 * @param {Buffer} program packed with zlib
 * @returns {string}
 */
export function textOfNsis(program) {
  const start = program.indexOf(SIGNATURE);
  if (start === -1) return '';
  let text = '';
  let at = start + SIGNATURE.length + LENGTHS;
  for (let isScript = true; at + 4 <= program.length; isScript = false) {
    const word = program.readUInt32LE(at);
    const length = word & 0x7fffffff;
    const packed = program.subarray(at + 4, at + 4 + length);
    if (length === 0 || packed.length < length) break;
    const part = word >>> 31 === 1 ? inflateRawSync(packed) : packed;
    text += isScript ? part.toString('utf16le') : textOfNsis(part);
    at += 4 + length;
  }
  return text;
}
