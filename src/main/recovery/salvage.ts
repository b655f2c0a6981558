import { copyFileSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { freeBytesIn } from '../copies/files';
import type { Binding } from '../copies/inspect';
import { proveCopy } from '../copies/prove';
import { removeFile } from '../store/sqlite/held';
import { makeSchema } from '../store/sqlite/migrate';
import { teachPackedIds } from '../store/sqlite/packed-id';
import { haveSense } from '../store/sqlite/settings';
import { NoRoomError } from './restore';

interface Salvaging extends Binding {
  /** The damaged database; it is only read. */
  readonly path: string;
  readonly now: Date;
  readonly progress?: ((part: number) => void) | undefined;
}

export interface SalvagedTable {
  readonly table: string;
  /** So many could be read. */
  readonly rows: number;
  /** So many are lost at least; null: nobody can tell. */
  readonly lost: number | null;
}

export interface SalvageResult {
  /** The new database; null: what was read is not enough to work with. */
  readonly file: string | null;
  readonly tables: readonly SalvagedTable[];
}

/** Without them there is nothing to open. */
const NEEDED = ['doctors', 'tokens'];

/**
 * Reads what can be read of a damaged database into a new one, table by table; around a page that cannot be read by ever
 * smaller stretches of rows. What breaks the rules of the schema is left out, and what points to rows that are gone
 * goes with them. Works on a copy of the files, so that SQLite cannot touch the damaged ones.
 */
export async function salvage(wishes: Salvaging): Promise<SalvageResult> {
  const { path, now, nativeBinding, progress } = wishes;
  const folder = join(dirname(path), 'salvaged', now.toISOString().slice(0, 19).replace(/:/g, '-'));
  checkRoom(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const damaged = join(folder, 'damaged.db');
  for (const end of ['', '-wal']) {
    if (existsSync(path + end)) copyFileSync(path + end, damaged + end);
  }
  const file = join(folder, 'salvaged.db');
  const options = nativeBinding === undefined ? {} : { nativeBinding };
  const to = new Database(file, options);
  const tables: SalvagedTable[] = [];
  try {
    const from = openDamaged(damaged, options);
    makeSchema(to, from ? versionOf(from) : 0);
    to.pragma('foreign_keys = OFF');
    const names = tablesOf(to);
    const triggers = dropTriggers(to);
    for (const [index, table] of names.entries()) {
      tables.push(from ? copyTable(from, to, table) : { table, rows: 0, lost: null });
      progress?.((index + 1) / (names.length + 1));
      // The window goes on meanwhile.
      await new Promise((resolve) => setImmediate(resolve));
    }
    removeOrphans(to);
    indexTexts(to);
    // As they are by default, and to be set anew.
    if (!haveSense(to)) to.exec('DELETE FROM settings');
    for (const sql of triggers) to.exec(sql);
    from?.close();
  } finally {
    to.close();
    for (const end of ['', '-wal', '-shm']) removeFile(damaged + end);
  }
  const rowsOf = (table: string): number => tables.find((one) => one.table === table)?.rows ?? 0;
  const isUsable = NEEDED.every((table) => rowsOf(table) > 0);
  if (!isUsable) {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    return { file: null, tables };
  }
  await proveCopy(file, { work: folder, now: now.getTime(), nativeBinding });
  return { file, tables };
}

function checkRoom(path: string): void {
  const needed = (statSync(path, { throwIfNoEntry: false })?.size ?? 0) * 2.2 + 20e6;
  const free = freeBytesIn(dirname(path));
  if (free < needed) throw new NoRoomError(needed, free);
}

/** Undefined: not even its beginning can be read. */
function openDamaged(path: string, options: Database.Options): Database.Database | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const database = new Database(path, options);
    database.unsafeMode(true);
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    return database;
  } catch {
    return undefined;
  }
}

const versionOf = (database: Database.Database): number =>
  Number(database.pragma('user_version', { simple: true }));

/** Not what an index of texts keeps, which is made anew. */
function tablesOf(database: Database.Database): string[] {
  return database
    .prepare(
      `SELECT name FROM pragma_table_list JOIN sqlite_schema USING (name)
       WHERE schema = 'main' AND pragma_table_list.type = 'table' AND name NOT LIKE 'sqlite_%'
       ORDER BY sqlite_schema.rowid`,
    )
    .pluck()
    .all()
    .map(String);
}

/** Patients are found by what could be read of them. */
function indexTexts(database: Database.Database): void {
  const has = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'patient_search'").get();
  if (has) database.exec("INSERT INTO patient_search (patient_search) VALUES ('rebuild')");
}

/** They keep history from being changed, and would keep it from being copied. */
function dropTriggers(database: Database.Database): string[] {
  const found = database
    .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all();
  for (const { name } of found) database.exec(`DROP TRIGGER "${name}"`);
  return found.map(({ sql }) => sql);
}

function copyTable(from: Database.Database, to: Database.Database, table: string): SalvagedTable {
  const columns = columnsIn(to, table);
  const known = columnsIn(from, table).filter((column) => columns.includes(column));
  if (known.length === 0) return { table, rows: 0, lost: null };
  const list = known.map((column) => `"${column}"`).join(', ');
  const insert = to.prepare(
    `INSERT OR IGNORE INTO "${table}" (${list}) VALUES (${known.map(() => '?').join(', ')})`,
  );
  let rows = 0;
  const add = (row: unknown[]): void => {
    try {
      rows += insert.run(row).changes;
    } catch {
      // A damaged row that breaks the rules of the schema is no row.
    }
  };
  let isWhole = false;
  const copy = to.transaction(() => {
    // What a new database begins with.
    to.prepare(`DELETE FROM "${table}"`).run();
    isWhole = readRows(from, table, list, add);
    if (rows === 0 && !isWhole) throw new Error('nothing of it can be read');
  });
  try {
    copy();
  } catch {
    return { table, rows: 0, lost: lostOf(from, table, 0) };
  }
  return { table, rows, lost: isWhole ? 0 : lostOf(from, table, rows) };
}

function columnsIn(database: Database.Database, table: string): string[] {
  try {
    const columns = database.pragma(`table_info("${table}")`) as { name: string }[];
    return columns.map(({ name }) => name);
  } catch {
    return [];
  }
}

const LARGEST_ROWID = 2 ** 53;

/** True: all of it could be read. */
function readRows(
  from: Database.Database,
  table: string,
  list: string,
  add: (row: unknown[]) => void,
): boolean {
  const read = (where: string, order: string, ...given: number[]): boolean => {
    try {
      const rows = from.prepare(`SELECT ${list} FROM "${table}" NOT INDEXED ${where} ${order}`).raw();
      for (const row of rows.iterate(...given)) add(row as unknown[]);
      return true;
    } catch {
      return false;
    }
  };
  if (read('', '')) return true;
  if (isWithoutRowid(from, table)) {
    // From the other end, as far as that goes.
    const keys = keyOf(from, table);
    read('', `ORDER BY ${keys.map((key) => `"${key}" DESC`).join(', ')}`);
    return false;
  }
  const last = from.prepare(`SELECT rowid FROM "${table}" ORDER BY rowid DESC LIMIT 1`).pluck();
  const stretches: [number, number][] = [[0, tryNumber(() => last.get()) ?? LARGEST_ROWID]];
  // Halves of a stretch that cannot be read, down to single rows: a damaged page takes its own rows with it, no others.
  for (let stretch = stretches.pop(); stretch; stretch = stretches.pop()) {
    const [low, high] = stretch;
    if (read('WHERE rowid BETWEEN ? AND ?', '', low, high) || low >= high) continue;
    const middle = Math.floor((low + high) / 2);
    stretches.push([middle + 1, high], [low, middle]);
  }
  return false;
}

function isWithoutRowid(database: Database.Database, table: string): boolean {
  const list = database.pragma(`table_list("${table}")`) as { wr: number }[];
  return list[0]?.wr === 1;
}

function keyOf(database: Database.Database, table: string): string[] {
  const columns = database.pragma(`table_info("${table}")`) as { name: string; pk: number }[];
  return columns
    .filter(({ pk }) => pk > 0)
    .sort((one, other) => one.pk - other.pk)
    .map(({ name }) => name);
}

/** An index may still know how many there were. */
function lostOf(database: Database.Database, table: string, rows: number): number | null {
  const count = tryNumber(() => database.prepare(`SELECT count(*) FROM "${table}"`).pluck().get());
  return count === undefined || count < rows ? null : count - rows;
}

function tryNumber(read: () => unknown): number | undefined {
  try {
    const value = read();
    return typeof value === 'number' ? value : undefined;
  } catch {
    return undefined;
  }
}

interface ForeignKey {
  readonly id: number;
  readonly table: string;
  readonly from: string;
  readonly to: string | null;
}

/** Rows that point to rows that are gone go too; and those that point to them. */
function removeOrphans(database: Database.Database): void {
  const byKeys = tablesOf(database).flatMap((table) => {
    const keys = database.pragma(`foreign_key_list("${table}")`) as ForeignKey[];
    return [...new Set(keys.map(({ id }) => id))].map((id) =>
      removalOf(
        table,
        keys.filter((key) => key.id === id),
      ),
    );
  });
  const removals = [...byKeys, ...removalsOfEvents(database)];
  for (let removed = 1; removed > 0; ) {
    removed = 0;
    for (const sql of removals) removed += database.prepare(sql).run().changes;
  }
}

/** Since they are kept in few bytes, events point to their tokens and books in a way that is no key of the schema. */
function removalsOfEvents(database: Database.Database): string[] {
  if (!columnsIn(database, 'book_events').includes('actor')) return [];
  teachPackedIds(database);
  const word = (column: string): string => `(SELECT word FROM words WHERE id = book_events.${column})`;
  return [
    `DELETE FROM book_events WHERE token_id IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM tokens WHERE id = unpacked_id(book_events.token_id))`,
    `DELETE FROM book_events WHERE NOT EXISTS (SELECT 1 FROM books
       WHERE doctor_id = ${word('doctor_id')} AND service_day = ${word('service_day')})`,
  ];
}

function removalOf(table: string, keys: readonly ForeignKey[]): string {
  const [{ table: parent } = { table }] = keys;
  const given = keys.map(({ from }) => `"${table}"."${from}" IS NOT NULL`).join(' AND ');
  const same = keys.map(({ from, to }) => `parent."${to ?? from}" = "${table}"."${from}"`).join(' AND ');
  return `DELETE FROM "${table}" WHERE ${given} AND NOT EXISTS (SELECT 1 FROM "${parent}" AS parent WHERE ${same})`;
}
