import type Database from 'better-sqlite3';
import { type PrintJob, printJobSchema } from '../../../shared/model/view';
import { all, first, mapperOf, upsertSql } from './rows';

const fields = Object.keys(printJobSchema.shape);

export interface PrintJobTable {
  get(id: string): PrintJob | undefined;
  ofToken(tokenId: string): PrintJob | undefined;
  inStates(states: readonly string[]): PrintJob[];
  count(state: string): { count: number; latest: number | null };
  save(job: PrintJob): void;
}

export function printJobTable(database: Database.Database): PrintJobTable {
  const get = database.prepare('SELECT * FROM print_jobs WHERE id = ?');
  const ofToken = database.prepare(
    'SELECT * FROM print_jobs WHERE token_id = ? ORDER BY created_at DESC, rowid DESC LIMIT 1',
  );
  const inStates = database.prepare(
    'SELECT * FROM print_jobs WHERE state IN (SELECT value FROM json_each(?)) ORDER BY created_at, rowid',
  );
  const count = database.prepare(
    'SELECT count(*) AS count, max(updated_at) AS latest FROM print_jobs WHERE state = ?',
  );
  const upsert = database.prepare(upsertSql('print_jobs', fields, ['id']));
  const mapper = mapperOf<PrintJob>(fields);
  const one = (statement: Database.Statement, id: string): PrintJob | undefined => {
    const row = first(statement, id);
    return row && mapper.fromRow(row);
  };
  return {
    get: (id) => one(get, id),
    ofToken: (tokenId) => one(ofToken, tokenId),
    inStates: (states) => all(inStates, JSON.stringify(states)).map(mapper.fromRow),
    count: (state) => {
      const row = first(count, state);
      return { count: Number(row?.count ?? 0), latest: (row?.latest ?? null) as number | null };
    },
    save: (job) => {
      upsert.run(mapper.toRow(job));
    },
  };
}
