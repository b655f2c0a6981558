import Database from 'better-sqlite3';

/** All that a database keeps, as text. */
export function everything(path: string): string {
  const raw = new Database(path, { readonly: true });
  const tables = raw
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'patient_search%'")
    .pluck()
    .all() as string[];
  const rows = tables.map((name) => [name, raw.prepare(`SELECT * FROM ${name}`).all()]);
  raw.close();
  return JSON.stringify(rows);
}
