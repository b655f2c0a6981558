import type Database from 'better-sqlite3';
import type { BookKey } from '../../../shared/model/book';
import { MOST_FOLLOW_UP_DAYS, MOST_FOLLOW_UP_VISITS } from '../../../shared/model/follow-up';
import { doctorIdSchema, type PatientId } from '../../../shared/model/ids';
import { nameKey } from '../../../shared/model/patient';
import { searchTextOf } from '../../../shared/model/search';
import { snakeCase } from '../../../shared/model/text';
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
import type { RegisterStore, Visit, VisitsOfPatient } from '../register';
import type { TokenStore } from '../tokens';
import type { FormerPatientTable } from './former-patients';
import { family, type PatientTable, wholeFamily } from './register';
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
const keyFields = ['searchText', 'nameKey'];
const keysToRow = mapperOf<Record<string, string>>(keyFields).toRow;

/** What is looked for stays as it is. */
const isSamePatient = (one: Token, other: Token): boolean =>
  one.number === other.number &&
  one.patientId === other.patientId &&
  one.patientName === other.patientName &&
  one.patientContact === other.patientContact;

const visitFields = ['id', 'serviceDay', 'createdAt', 'source', 'upgradedFrom', 'status'];
const visitMapper = mapperOf<Visit>(visitFields);
/** A year of days with one, and the most follow-ups that a rule gives. */
const MOST_VISITS = MOST_FOLLOW_UP_DAYS + MOST_FOLLOW_UP_VISITS;

/** All of a token `t` that is looked for, with its patient `p`. */
export const searched = `(replace(lower(t.number), '-', ' ') || '|' || replace(lower(t.number), '-', '') || '|' ||
  t.search_text || '|' || coalesce(p.search_text, ''))`;
export const withPatients = 'tokens t LEFT JOIN patients p ON p.id = t.patient_id';

/** `before`: as its row is; null: there is none. */
export interface TokenChange {
  readonly before: Token | null;
  readonly after: Token;
}

export interface TokenTable {
  readonly face: TokenStore &
    Pick<
      RegisterStore,
      'tokensOfPatient' | 'tokensOnceOf' | 'openTokensOfPatient' | 'visitsOfPatients' | 'visitsWith'
    >;
  tokensOfBook(key: BookKey): Token[];
  saveTokens(changes: readonly TokenChange[]): void;
}

export function tokenTable(
  database: Database.Database,
  patients: Pick<PatientTable, 'saysAsMuch' | 'mergedAs'>,
  former: Pick<FormerPatientTable, 'add'>,
): TokenTable {
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

  /** What stands in the register is not kept a second time. */
  function keysOf(token: Token): Record<string, string> {
    return {
      searchText: patients.saysAsMuch(token) ? '' : searchTextOf(token),
      nameKey: token.patientId === null ? nameKey(token.patientName) : '',
    };
  }

  function saveToken({ before, after }: TokenChange): void {
    const row = toRow(after);
    if (before !== null && isSamePatient(before, after)) {
      const was = toRow(before);
      const changed = Object.keys(row).filter((column) => row[column] !== was[column]);
      if (changed.length === 0 || updateOf(changed).run(row).changes === 1) return;
    }
    upsert.run({ ...row, ...keysToRow(keysOf(after)) });
    const was = before?.patientId ?? null;
    if (before === null || was === null) return;
    if (was !== after.patientId) former.add(after.id, was);
    for (const id of patients.mergedAs(before)) if (id !== after.patientId) former.add(after.id, id);
  }

  const nearest = `t.service_day < @today, abs(julianday(t.service_day) - julianday(@today)),
    t.number NOT IN (SELECT value FROM json_each(@numbers)),
    t.status NOT IN ('active', 'waiting', 'displaced'), t.number, t.id`;
  const fits = `(instr(${searched}, @tight) OR t.id = @id OR t.number IN (SELECT value FROM json_each(@numbers))
    OR NOT EXISTS (SELECT 1 FROM json_each(@words) WHERE NOT instr(${searched}, value)))`;
  const find = database.prepare(
    `SELECT t.* FROM ${withPatients} WHERE t.service_day BETWEEN @from AND @to AND ${fits}
       AND (@after IS NULL OR (${nearest}) > (SELECT ${nearest} FROM tokens t WHERE id = @after))
     ORDER BY ${nearest} LIMIT @limit`,
  );
  // Each statement has its index: a doctor's day, or the day.
  const listBy = (whose: string): Database.Statement =>
    database.prepare(
      `SELECT t.* FROM ${withPatients} WHERE ${whose} AND (@status IS NULL OR t.status = @status)
         AND (@everybody OR ${fits})
         AND (@after IS NULL OR (t.number, t.id) > (SELECT number, id FROM tokens WHERE id = @after))
       ORDER BY t.number, t.id LIMIT @limit`,
    );
  const listOfDoctor = listBy('t.doctor_id = @doctorId AND t.service_day = @serviceDay');
  const listOfDay = listBy('t.service_day = @serviceDay AND @doctorId IS NULL');
  const ofPrefix = database.prepare(
    "SELECT 1 FROM tokens WHERE service_day >= ? AND number GLOB ? || '-*' LIMIT 1",
  );
  const needs = database.prepare(
    `SELECT count(*) AS tokens, count(precedence) AS needs FROM tokens
     WHERE service_day BETWEEN ? AND ? AND status <> 'cancelled'`,
  );
  const ofPatient = database.prepare(
    `${wholeFamily} SELECT tokens.* FROM family CROSS JOIN tokens ON tokens.patient_id = family.id
     ORDER BY service_day DESC, created_at DESC LIMIT @limit`,
  );
  const openOfPatient = database.prepare(
    `${wholeFamily} SELECT tokens.* FROM family CROSS JOIN tokens ON tokens.patient_id = family.id
     WHERE service_day BETWEEN @from AND @to AND status IN ('active', 'waiting', 'displaced')`,
  );
  const onceOf = database.prepare(
    `WITH RECURSIVE once (id) AS (
       SELECT token_id FROM former_patients WHERE patient_id IN (SELECT value FROM json_each(?))
       UNION SELECT tokens.id FROM once CROSS JOIN tokens ON tokens.transferred_from = once.id)
     SELECT tokens.* FROM once CROSS JOIN tokens USING (id)`,
  );
  // SQLite takes the other columns from the row that has the greatest `latest`.
  const visits = database.prepare(
    `WITH RECURSIVE family (root, id) AS (SELECT value, value FROM json_each(?) UNION
       SELECT root, patients.id FROM family CROSS JOIN patients ON patients.merged_into = family.id)
     SELECT root AS patient_id, count(*) AS visits, max(service_day || printf(' %020d', created_at)) AS latest,
       tokens.id AS last_id, service_day AS last_day, doctor_id AS last_doctor_id, created_at AS last_at
     FROM family CROSS JOIN tokens ON tokens.patient_id = family.id GROUP BY root`,
  );
  const visitsMapper = mapperOf<VisitsOfPatient>([
    'patientId',
    'visits',
    'lastId',
    'lastDay',
    'lastDoctorId',
    'lastAt',
  ]);
  const withDoctor = database.prepare(
    `${family} SELECT ${visitFields.map((field) => `tokens.${snakeCase(field)}`).join(', ')}
     FROM family CROSS JOIN tokens ON tokens.patient_id = family.id
     WHERE doctor_id = @doctorId ORDER BY service_day DESC, created_at DESC LIMIT ${MOST_VISITS}`,
  );
  const keyMapper = mapperOf<BookKey>(['doctorId', 'serviceDay']);
  const tokensOfPatient = (id: PatientId, limit: number): Token[] =>
    all(ofPatient, { id, limit }).map(tokenFromRow);
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
      countNeeds: (from, to) => {
        const row = first(needs, from, to);
        return { tokens: Number(row?.tokens), needs: Number(row?.needs) };
      },
      hasNumbersOf: (prefix, from) => first(ofPrefix, from, prefix) !== undefined,
      tokensOfPatient,
      tokensOnceOf: (ids) => all(onceOf, JSON.stringify(ids)).map(tokenFromRow),
      openTokensOfPatient: (id, from, to) => all(openOfPatient, { id, from, to }).map(tokenFromRow),
      visitsWith: (id, doctorId) => all(withDoctor, { id, doctorId }).map(visitMapper.fromRow),
      visitsOfPatients: (ids) => all(visits, JSON.stringify(ids)).map(visitsMapper.fromRow),
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
