import type Database from 'better-sqlite3';
import type { BookKey } from '../../../shared/model/book';
import type { TokenId } from '../../../shared/model/ids';
import {
  activeTokenSchema,
  cancelledTokenSchema,
  noShowTokenSchema,
  servedTokenSchema,
  type Token,
  type TokenStatus,
  waitingTokenSchema,
} from '../../../shared/model/token';
import { all, first, mapperOf, type Row, type TableMapper, upsertSql } from './rows';

const shapes: Readonly<Record<TokenStatus, readonly string[]>> = {
  active: Object.keys(activeTokenSchema.shape),
  waiting: Object.keys(waitingTokenSchema.shape),
  displaced: Object.keys(waitingTokenSchema.shape),
  served: Object.keys(servedTokenSchema.shape),
  cancelled: Object.keys(cancelledTokenSchema.shape),
  no_show: Object.keys(noShowTokenSchema.shape),
};

const everyField = [...new Set(Object.values(shapes).flat())];
const flags = ['extra'];
const toRow = mapperOf<Token>(everyField, flags).toRow;
const mappers = Object.fromEntries(
  Object.entries(shapes).map(([status, fields]) => [status, mapperOf<Token>(fields, flags)]),
) as Record<TokenStatus, TableMapper<Token>>;

export const tokenFromRow = (row: Row): Token => mappers[row.status as TokenStatus].fromRow(row);

export interface TokenTable {
  ofBook(key: BookKey): Token[];
  bookOf(tokenId: TokenId): BookKey | undefined;
  save(tokens: readonly Token[]): void;
}

export function tokenTable(database: Database.Database): TokenTable {
  const ofBook = database.prepare(
    'SELECT * FROM tokens WHERE doctor_id = ? AND service_day = ? ORDER BY series, sequence',
  );
  const bookOf = database.prepare('SELECT doctor_id, service_day FROM tokens WHERE id = ?');
  const upsert = database.prepare(upsertSql('tokens', everyField, ['id']));
  const keyMapper = mapperOf<BookKey>(['doctorId', 'serviceDay']);
  return {
    ofBook: (key) => all(ofBook, key.doctorId, key.serviceDay).map(tokenFromRow),
    bookOf: (tokenId) => {
      const row = first(bookOf, tokenId);
      return row && keyMapper.fromRow(row);
    },
    save: (tokens) => {
      // Whoever leaves the doctor's door is written before whoever comes to it: the schema allows one at a time.
      const isAtDoor = (token: Token): number =>
        Number(token.status === 'active' && (token.stage === 'called' || token.stage === 'in_consultation'));
      for (const token of [...tokens].sort((a, b) => isAtDoor(a) - isAtDoor(b))) upsert.run(toRow(token));
    },
  };
}
