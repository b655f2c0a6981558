import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';

const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';
const PIECE = 1 << 20;

/** What the first bytes of a database say (https://www.sqlite.org/fileformat2.html#the_database_header). */
export interface DatabaseHeader {
  readonly size: number;
  readonly isDatabase: boolean;
  readonly pageSize: number;
  /** The schema cookie: every opening of ours gives it another number, and a copy always has yet another. */
  readonly cookie: number;
  /** Of the schema, as of the last time that the log went into the file. */
  readonly version: number;
}

/** Reads it past SQLite, which touches nothing. Throws what the system throws. */
export function readHeader(path: string): DatabaseHeader {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const bytes = Buffer.alloc(HEADER_BYTES);
    const length = readSync(file, bytes, 0, HEADER_BYTES, 0);
    const pageSize = bytes.readUInt16BE(16);
    return {
      size,
      isDatabase: length === HEADER_BYTES && bytes.toString('latin1', 0, MAGIC.length) === MAGIC,
      pageSize: pageSize === 1 ? 65_536 : pageSize,
      cookie: bytes.readUInt32BE(40),
      version: bytes.readUInt32BE(60),
    };
  } finally {
    closeSync(file);
  }
}

export interface Sum {
  readonly size: number;
  readonly crc: number;
}

/** What a whole file comes to: SQLite itself does not notice a letter that a disk has turned into another. */
export function sumOf(path: string): Sum {
  const file = openSync(path, 'r');
  try {
    const piece = Buffer.allocUnsafe(PIECE);
    let size = 0;
    let crc = 0;
    for (;;) {
      const length = readSync(file, piece, 0, PIECE, size);
      if (length === 0) return { size, crc };
      size += length;
      crc = crc32(piece.subarray(0, length), crc);
    }
  } finally {
    closeSync(file);
  }
}
