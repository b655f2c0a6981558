import type Database from 'better-sqlite3';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** An id as columns keep it that have one in each row: 16 bytes instead of 36 letters. What is no such id stays as it is. */
export function packedId(id: string): Buffer | string {
  return UUID.test(id) ? Buffer.from(id.replaceAll('-', ''), 'hex') : id;
}

export function unpackedId(packed: Uint8Array | string): string {
  if (typeof packed === 'string') return packed;
  const hex = Buffer.from(packed).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Lets SQL compare them with ids as other tables keep them. Of nothing it is nothing. */
export function teachPackedIds(database: Database.Database): void {
  const options = { deterministic: true };
  database.function('packed_id', options, (id: string | null) => (id === null ? null : packedId(id)));
  database.function('unpacked_id', options, (id: Buffer | string | null) =>
    id === null ? null : unpackedId(id),
  );
}
