import type Database from 'better-sqlite3';
import type { BookKey } from '../../../shared/model/book';
import type { KnownPatient } from '../../../shared/model/desk';
import type { DoctorId, TokenId } from '../../../shared/model/ids';
import type { ServiceDay } from '../../../shared/model/time';
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

const LAST_DAY = '9999-12-31';

/** Text as LIKE takes it letter by letter. */
const literal = (text: string): string => text.replace(/[!%_]/g, '!$&');

export interface TokenTable {
  ofBook(key: BookKey): Token[];
  bookOf(tokenId: TokenId): BookKey | undefined;
  find(text: string, days: { from: ServiceDay; to?: ServiceDay }, limit: number): Token[];
  known(contact: string, limit: number): KnownPatient[];
  save(tokens: readonly Token[]): void;
  leftInConsultation(doctorId: DoctorId, before: ServiceDay): Token | undefined;
}

export function tokenTable(database: Database.Database): TokenTable {
  const ofBook = database.prepare(
    'SELECT * FROM tokens WHERE doctor_id = ? AND service_day = ? ORDER BY series, sequence',
  );
  const bookOf = database.prepare('SELECT doctor_id, service_day FROM tokens WHERE id = ?');
  const left = database.prepare(
    `SELECT * FROM tokens WHERE doctor_id = ? AND service_day < ? AND stage = 'in_consultation'
     ORDER BY service_day DESC LIMIT 1`,
  );
  const upsert = database.prepare(upsertSql('tokens', everyField, ['id']));
  const find = database.prepare(
    `SELECT * FROM tokens WHERE service_day BETWEEN @from AND @to AND (
       id = @text OR number LIKE @part ESCAPE '!' OR patient_name LIKE @part ESCAPE '!'
       OR patient_contact LIKE @part ESCAPE '!')
     ORDER BY service_day, number = @text DESC, number LIMIT @limit`,
  );
  const known = database.prepare(
    `SELECT patient_name, patient_contact, max(service_day) AS last_day, doctor_id AS last_doctor_id,
       count(*) AS visits
     FROM tokens WHERE patient_contact LIKE @start ESCAPE '!'
     GROUP BY patient_contact, patient_name COLLATE NOCASE ORDER BY last_day DESC, visits DESC LIMIT @limit`,
  );
  const knownMapper = mapperOf<KnownPatient>([
    'patientName',
    'patientContact',
    'lastDay',
    'lastDoctorId',
    'visits',
  ]);
  const keyMapper = mapperOf<BookKey>(['doctorId', 'serviceDay']);
  return {
    ofBook: (key) => all(ofBook, key.doctorId, key.serviceDay).map(tokenFromRow),
    bookOf: (tokenId) => {
      const row = first(bookOf, tokenId);
      return row && keyMapper.fromRow(row);
    },
    leftInConsultation: (doctorId, before) => {
      const row = first(left, doctorId, before);
      return row && tokenFromRow(row);
    },
    find: (text, { from, to = LAST_DAY }, limit) =>
      all(find, { text, part: `%${literal(text)}%`, from, to, limit }).map(tokenFromRow),
    known: (contact, limit) => all(known, { start: `${literal(contact)}%`, limit }).map(knownMapper.fromRow),
    save: (tokens) => {
      // Whoever leaves the doctor's door is written before whoever comes to it: the schema allows one at a time.
      const isAtDoor = (token: Token): number =>
        Number(token.status === 'active' && (token.stage === 'called' || token.stage === 'in_consultation'));
      for (const token of [...tokens].sort((a, b) => isAtDoor(a) - isAtDoor(b))) upsert.run(toRow(token));
    },
  };
}
