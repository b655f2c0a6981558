import type Database from 'better-sqlite3';
import { type DeviceId, deviceIdSchema, type TokenId } from '../../../shared/model/ids';
import type { MakerStore } from '../tokens';
import { first } from './rows';

export interface MakerTable {
  readonly face: MakerStore;
  addMaker(tokenId: TokenId, deviceId: DeviceId): void;
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
    addMaker: (tokenId, deviceId) => {
      insert.run(tokenId, deviceId);
    },
    face: {
      makerOf: (tokenId) => {
        const row = first(of, tokenId);
        return row && deviceIdSchema.parse(row.device_id);
      },
    },
  };
}
