import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';

/** https://www.sqlite.org/fileformat2.html#the_write_ahead_log */
const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
const MAGIC = 0x377f0682;

/** What a write-ahead log says of itself. */
export type WalFacts =
  /** None, or nothing was ever written to it: a power cut may leave an empty beginning. */
  | { readonly state: 'empty' }
  /** It has a beginning that SQLite would not read, and would pass over in silence. */
  | { readonly state: 'unreadable' }
  | {
      readonly state: 'readable';
      readonly pageSize: number;
      /**
       * The same for all logs of one opening: with every new beginning the first salt and the count of them both go up
       * by one (`walRestartHdr` in wal.c).
       */
      readonly line: number;
      /**
       * Behind a frame that does not hold there are at least two commits. The last one may be what a power cut left of a
       * transaction nobody was told of; the others were told of, and SQLite would pass over them in silence.
       */
      readonly isBroken: boolean;
    };

/** Reads the log past SQLite, which touches nothing. Throws what the system throws. */
export function walFacts(path: string): WalFacts {
  if (!existsSync(path)) return { state: 'empty' };
  const file = openSync(path, 'r');
  try {
    const header = Buffer.alloc(HEADER_BYTES);
    if (readSync(file, header, 0, HEADER_BYTES, 0) < HEADER_BYTES) return { state: 'empty' };
    if (header.every((byte) => byte === 0)) return { state: 'empty' };
    const isBigEndian = (header.readUInt32BE(0) & 1) === 1;
    const sum = checksum(isBigEndian);
    sum.add(header, 0, 24);
    const isReadable = (header.readUInt32BE(0) & ~1) >>> 0 === MAGIC && sum.is(header, 24);
    if (!isReadable) return { state: 'unreadable' };
    const pageSize = header.readUInt32BE(8);
    const line = (header.readUInt32BE(16) - header.readUInt32BE(12)) >>> 0;
    const salts = header.subarray(16, 24);
    return { state: 'readable', pageSize, line, isBroken: isBroken(file, pageSize, salts, sum) };
  } finally {
    closeSync(file);
  }
}

function isBroken(file: number, pageSize: number, salts: Buffer, sum: Checksum): boolean {
  const frame = Buffer.allocUnsafe(FRAME_HEADER_BYTES + pageSize);
  const { size } = fstatSync(file);
  let holds = true;
  let commitsBehind = 0;
  for (let at = HEADER_BYTES; at + frame.length <= size; at += frame.length) {
    readSync(file, frame, 0, frame.length, at);
    // What is left of the log before it has other salts.
    const isOurs = frame.subarray(8, 16).equals(salts);
    if (holds) {
      sum.add(frame, 0, 8);
      sum.add(frame, FRAME_HEADER_BYTES, frame.length);
      holds = isOurs && sum.is(frame, 16);
    }
    const isCommit = frame.readUInt32BE(4) > 0;
    if (!holds && isOurs && isCommit) commitsBehind += 1;
  }
  return commitsBehind > 1;
}

interface Checksum {
  add(bytes: Buffer, from: number, to: number): void;
  is(bytes: Buffer, at: number): boolean;
}

/** The log's own, over all that was added. */
function checksum(isBigEndian: boolean): Checksum {
  let one = 0;
  let two = 0;
  const word = (bytes: Buffer, at: number): number =>
    isBigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at);
  return {
    add(bytes, from, to) {
      for (let at = from; at < to; at += 8) {
        one = (one + word(bytes, at) + two) >>> 0;
        two = (two + word(bytes, at + 4) + one) >>> 0;
      }
    },
    is: (bytes, at) => bytes.readUInt32BE(at) === one && bytes.readUInt32BE(at + 4) === two,
  };
}
