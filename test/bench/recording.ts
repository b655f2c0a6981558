import Database from 'better-sqlite3';

/** One row that a command wrote. */
interface Write {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** What one command wrote, row by row, in the order of its transaction. */
export type Written = readonly Write[];

const LOG = 'bench_writes';

interface Column {
  readonly name: string;
  readonly pk: number;
  readonly hidden: number;
}

interface Line {
  readonly id: number;
  readonly named: string;
  readonly op: 'insert' | 'update' | 'delete';
  readonly old: string | null;
  readonly new: string | null;
}

/** JSON has no bytes. */
const BYTES = 'bytes:';
const jsonOf = (value: string): string =>
  `iif(typeof(${value}) = 'blob', '${BYTES}' || hex(${value}), ${value})`;
const withBytes = (value: unknown): unknown =>
  typeof value === 'string' && value.startsWith(BYTES)
    ? Buffer.from(value.slice(BYTES.length), 'hex')
    : value;

/** Those that are written to; an index of words is kept by triggers of the database's own, here and there. */
function tablesOf(database: Database.Database): Map<string, Column[]> {
  const names = database
    .prepare(
      `SELECT name FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> '${LOG}'`,
    )
    .pluck()
    .all() as string[];
  return new Map(
    names.map((name) => {
      const columns = database.pragma(`table_xinfo(${name})`) as Column[];
      return [name, columns.filter(({ hidden }) => hidden === 0)];
    }),
  );
}

/** Makes a database keep every row that is written to it, by triggers. It must be closed. */
export function recordWrites(path: string): void {
  const database = new Database(path);
  database.exec(`CREATE TABLE ${LOG} (id INTEGER PRIMARY KEY, named TEXT, op TEXT, old TEXT, new TEXT)`);
  for (const [table, columns] of tablesOf(database)) {
    const values = (side: string): string =>
      `json_array(${columns.map(({ name }) => jsonOf(`${side}.${name}`)).join(', ')})`;
    const sides = {
      insert: `NULL, ${values('NEW')}`,
      update: `${values('OLD')}, ${values('NEW')}`,
      delete: `${values('OLD')}, NULL`,
    };
    for (const [op, given] of Object.entries(sides)) {
      database.exec(`CREATE TRIGGER bench_${table}_${op} AFTER ${op} ON ${table}
        BEGIN INSERT INTO ${LOG} (named, op, old, new) VALUES ('${table}', '${op}', ${given}); END`);
    }
  }
  database.close();
}

/** Reads what commands have written to a database that keeps it, each time what is new. */
export function recordedWrites(path: string): { next(): Written; close(): void } {
  const database = new Database(path, { readonly: true });
  const tables = tablesOf(database);
  const lines = database.prepare(`SELECT * FROM ${LOG} WHERE id > ? ORDER BY id`);
  let last = 0;
  return {
    next() {
      const found = lines.all(last) as Line[];
      last = found.at(-1)?.id ?? last;
      return found.flatMap((line) => writeOf(line, tables.get(line.named) ?? []));
    },
    close: () => database.close(),
  };
}

/** The statement that somebody would write who knows beforehand what is to change: nothing else is touched. */
function writeOf({ named, op, old, new: after }: Line, columns: readonly Column[]): Write[] {
  const before = JSON.parse(old ?? '[]') as unknown[];
  const now = JSON.parse(after ?? '[]') as unknown[];
  const keys = columns.flatMap(({ pk, name }, index) => (pk > 0 ? [{ name, value: before[index] }] : []));
  const where = keys.map(({ name }) => `${name} = ?`).join(' AND ');
  const keyValues = keys.map(({ value }) => value);
  if (op === 'insert') {
    const names = columns.map(({ name }) => name).join(', ');
    const sql = `INSERT INTO ${named} (${names}) VALUES (${columns.map(() => '?').join(', ')})`;
    return [{ sql, values: now.map(withBytes) }];
  }
  if (op === 'delete') return [{ sql: `DELETE FROM ${named} WHERE ${where}`, values: keyValues }];
  const changed = columns.flatMap(({ name }, index) =>
    before[index] === now[index] ? [] : [{ name, index }],
  );
  if (changed.length === 0) return [];
  const set = changed.map(({ name }) => `${name} = ?`).join(', ');
  const values = [...changed.map(({ index }) => withBytes(now[index])), ...keyValues];
  return [{ sql: `UPDATE ${named} SET ${set} WHERE ${where}`, values }];
}

/** The floor: the same rows written by hand, in one durable transaction, into an equal database. */
export interface ByHand {
  write(written: Written): void;
  close(): void;
}

/** The app's own settings for a connection, so that both promise the same. */
export function openAsTheApp(path: string): Database.Database {
  const database = new Database(path);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('secure_delete = ON');
  database.pragma('wal_autocheckpoint = 1000');
  return database;
}

export function openByHand(path: string): ByHand {
  const database = openAsTheApp(path);
  const statements = new Map<string, Database.Statement>();
  const statementOf = (sql: string): Database.Statement => {
    const known = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  const write = database.transaction((written: Written) => {
    for (const { sql, values } of written) statementOf(sql).run(values);
  }).immediate;
  return { write, close: () => database.close() };
}
