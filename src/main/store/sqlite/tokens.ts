import type Database from 'better-sqlite3';
import type { BookKey } from '../../../shared/model/book';
import { doctorIdSchema } from '../../../shared/model/ids';
import type { KnownPatient } from '../../../shared/model/known-patient';
import { contactKey, nameKey } from '../../../shared/model/patient';
import { searchTextOf } from '../../../shared/model/search';
import { LAST_DAY, type ServiceDay } from '../../../shared/model/time';
import {
  activeTokenSchema,
  cancelledTokenSchema,
  noShowTokenSchema,
  servedTokenSchema,
  type Token,
  type TokenStatus,
  waitingTokenSchema,
} from '../../../shared/model/token';
import type { TokenStore } from '../tokens';
import { all, first, mapperOf, type Row, type TableMapper, upsertSql } from './rows';

const shapes: Readonly<Record<TokenStatus, readonly string[]>> = {
  active: Object.keys(activeTokenSchema.shape),
  waiting: Object.keys(waitingTokenSchema.shape),
  displaced: Object.keys(waitingTokenSchema.shape),
  served: Object.keys(servedTokenSchema.shape),
  cancelled: Object.keys(cancelledTokenSchema.shape),
  no_show: Object.keys(noShowTokenSchema.shape),
};

/** What a token of this status has. */
export const fieldsOf = (status: TokenStatus): readonly string[] => shapes[status];

const everyField = [...new Set(Object.values(shapes).flat())];
const flags = ['extra'];
const toRow = mapperOf<Token>(everyField, flags).toRow;
const mappers = Object.fromEntries(
  Object.entries(shapes).map(([status, fields]) => [status, mapperOf<Token>(fields, flags)]),
) as Record<TokenStatus, TableMapper<Token>>;

export const tokenFromRow = (row: Row): Token => mappers[row.status as TokenStatus].fromRow(row);

/** What is kept beside a token to find it by. */
const keyFields = ['searchText', 'contactKey', 'nameKey'];
const keysToRow = mapperOf<Record<string, string>>(keyFields).toRow;

function keysOf(token: Token): Record<string, string> {
  return {
    searchText: searchTextOf(token),
    contactKey: contactKey(token.patientContact),
    nameKey: nameKey(token.patientName),
  };
}

/** What is looked for stays as it is. */
const isSamePatient = (one: Token, other: Token): boolean =>
  one.number === other.number &&
  one.patientName === other.patientName &&
  one.patientContact === other.patientContact;

/** After everything that begins like the text before it. */
const LAST_LETTER = '\u{10ffff}';

/** Of people whose phones begin alike: more are no help to anyone, and need longer the longer the clinic has been open. */
const MOST_READ = 2_000;

/** `before`: as its row is; null: there is none. */
export interface TokenChange {
  readonly before: Token | null;
  readonly after: Token;
}

export interface TokenTable {
  readonly face: TokenStore;
  tokensOfBook(key: BookKey): Token[];
  saveTokens(changes: readonly TokenChange[]): void;
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
  const withOpen = database.prepare(
    // Doctor by doctor, each only until one is found.
    `SELECT id FROM doctors WHERE EXISTS (SELECT 1 FROM tokens
     WHERE doctor_id = doctors.id AND service_day = ? AND status IN ('active', 'waiting', 'displaced'))`,
  );
  const openDays = database.prepare(
    `SELECT service_day, count(*) AS open FROM tokens
     WHERE doctor_id = ? AND service_day >= ? AND status IN ('active', 'waiting', 'displaced')
     GROUP BY service_day ORDER BY service_day`,
  );
  const openDayMapper = mapperOf<{ serviceDay: ServiceDay; open: number }>(['serviceDay', 'open']);
  const upsert = database.prepare(upsertSql('tokens', [...everyField, ...keyFields], ['id']));
  const updates = new Map<string, Database.Statement>();

  /** One statement for each set of columns: what is not written leaves its indexes alone. */
  function updateOf(columns: readonly string[]): Database.Statement {
    const set = columns.map((column) => `${column} = @${column}`).join(', ');
    const known = updates.get(set) ?? database.prepare(`UPDATE tokens SET ${set} WHERE id = @id`);
    updates.set(set, known);
    return known;
  }

  function saveToken({ before, after }: TokenChange): void {
    const row = toRow(after);
    if (before !== null && isSamePatient(before, after)) {
      const was = toRow(before);
      const changed = Object.keys(row).filter((column) => row[column] !== was[column]);
      if (changed.length === 0 || updateOf(changed).run(row).changes === 1) return;
    }
    upsert.run({ ...row, ...keysToRow(keysOf(after)) });
  }

  const nearest = `service_day < @today, abs(julianday(service_day) - julianday(@today)),
    number NOT IN (SELECT value FROM json_each(@numbers)), number, id`;
  const find = database.prepare(
    `SELECT * FROM tokens WHERE service_day BETWEEN @from AND @to AND (
       instr(search_text, @tight) OR id = @id OR number IN (SELECT value FROM json_each(@numbers))
       OR NOT EXISTS (SELECT 1 FROM json_each(@words) WHERE NOT instr(search_text, value)))
       AND (@after IS NULL OR (${nearest}) > (SELECT ${nearest} FROM tokens WHERE id = @after))
     ORDER BY ${nearest} LIMIT @limit`,
  );
  // Each statement has its index: a doctor's day, or the day.
  const listBy = (whose: string): Database.Statement =>
    database.prepare(
      `SELECT * FROM tokens WHERE ${whose} AND (@status IS NULL OR status = @status)
         AND (@everybody OR instr(search_text, @tight) OR id = @id
           OR number IN (SELECT value FROM json_each(@numbers))
           OR NOT EXISTS (SELECT 1 FROM json_each(@words) WHERE NOT instr(search_text, value)))
         AND (@after IS NULL OR (number, id) > (SELECT number, id FROM tokens WHERE id = @after))
       ORDER BY number, id LIMIT @limit`,
    );
  const listOfDoctor = listBy('doctor_id = @doctorId AND service_day = @serviceDay');
  const listOfDay = listBy('service_day = @serviceDay AND @doctorId IS NULL');
  const ofPrefix = database.prepare(
    "SELECT 1 FROM tokens WHERE service_day >= ? AND number GLOB ? || '-*' LIMIT 1",
  );
  const known = database.prepare(
    // Of the rows of one person SQLite takes the other columns from the one with the greatest `latest`.
    `SELECT patient_name, patient_contact, service_day AS last_day, doctor_id AS last_doctor_id,
       count(*) AS visits, max(service_day || printf(' %015d', created_at)) AS latest
     FROM (SELECT * FROM tokens WHERE contact_key >= @start AND contact_key < @end
       ORDER BY contact_key DESC, service_day DESC LIMIT ${MOST_READ})
     GROUP BY contact_key, name_key ORDER BY latest DESC LIMIT @limit`,
  );
  const ofPatient = database.prepare(
    `SELECT * FROM tokens WHERE contact_key = ? AND name_key = ?
     ORDER BY service_day DESC, created_at DESC LIMIT ?`,
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
    tokensOfBook: (key) => all(ofBook, key.doctorId, key.serviceDay).map(tokenFromRow),
    face: {
      bookOfToken: (tokenId) => {
        const row = first(bookOf, tokenId);
        return row && keyMapper.fromRow(row);
      },
      leftInConsultation: (doctorId, before) => {
        const row = first(left, doctorId, before);
        return row && tokenFromRow(row);
      },
      findTokens: (search, { from, to = LAST_DAY, today = from, after = null }, limit) => {
        const { id = '', numbers = [], tight = '', words = [] } = search ?? {};
        const lists = { numbers: JSON.stringify(numbers), words: JSON.stringify(words) };
        return all(find, { id, tight, ...lists, from, to, today, after, limit }).map(tokenFromRow);
      },
      listTokens: ({ serviceDay, doctorId = null, status = null, search, after = null }, limit) => {
        const { id = '', numbers = [], tight = '', words = [] } = search ?? {};
        const sought = { id, tight, numbers: JSON.stringify(numbers), words: JSON.stringify(words) };
        const statement = doctorId === null ? listOfDay : listOfDoctor;
        const everybody = Number(search === null);
        return all(statement, { serviceDay, doctorId, status, after, limit, everybody, ...sought }).map(
          tokenFromRow,
        );
      },
      doctorsWithOpenTokens: (day) => all(withOpen, day).map((row) => doctorIdSchema.parse(row.id)),
      daysWithOpenTokens: (doctorId, from) => all(openDays, doctorId, from).map(openDayMapper.fromRow),
      hasNumbersOf: (prefix, from) => first(ofPrefix, from, prefix) !== undefined,
      knownPatients: (contact, limit) => {
        const start = contactKey(contact);
        return all(known, { start, end: start + LAST_LETTER, limit }).map(knownMapper.fromRow);
      },
      tokensOfPatient: ({ patientName, patientContact }, limit) =>
        all(ofPatient, contactKey(patientContact), nameKey(patientName), limit).map(tokenFromRow),
    },
    saveTokens: (changes) => {
      // Whoever leaves the doctor's door is written before whoever comes to it: the schema allows one at a time.
      const isAtDoor = (token: Token): number =>
        Number(token.status === 'active' && (token.stage === 'called' || token.stage === 'in_consultation'));
      for (const change of [...changes].sort((a, b) => isAtDoor(a.after) - isAtDoor(b.after)))
        saveToken(change);
    },
  };
}
