import type Database from 'better-sqlite3';
import { type DeviceId, deviceIdSchema, type TokenId } from '../../../shared/model/ids';
import { first } from './rows';

/** Which other device made a token; those of the app's own windows have no maker. */
export interface MakerTable {
  add(tokenId: TokenId, deviceId: DeviceId): void;
  of(tokenId: TokenId): DeviceId | undefined;
}

export function makerTable(database: Database.Database): MakerTable {
  const insert = database.prepare('INSERT INTO token_makers (token_id, device_id) VALUES (?, ?)');
  // Sent on to another doctor it is another token, and still the one that was made.
  const of = database.prepare(
    `WITH RECURSIVE line (id) AS (
       SELECT ? UNION SELECT transferred_from FROM tokens JOIN line ON tokens.id = line.id
       WHERE transferred_from IS NOT NULL)
     SELECT device_id FROM token_makers JOIN line ON token_id = line.id LIMIT 1`,
  );
  return {
    add: (tokenId, deviceId) => {
      insert.run(tokenId, deviceId);
    },
    of: (tokenId) => {
      const row = first(of, tokenId);
      return row && deviceIdSchema.parse(row.device_id);
    },
  };
}
