import type Database from 'better-sqlite3';

/** The last receipt that was ever given, also if its payment was lost since; 0: none. */
export function lastReceiptIn(database: Database.Database): number {
  const has = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?");
  // Data of an older version have neither.
  const tables = ['payments', 'receipts_given'].filter((table) => has.get(table) !== undefined);
  const last = tables.map((table) =>
    Number(database.prepare(`SELECT max(receipt) FROM ${table}`).pluck().get() ?? 0),
  );
  return Math.max(0, ...last);
}

/** The series goes on behind this one. Receipts that were given stay so. */
export function raiseReceipts(database: Database.Database, atLeast: number): void {
  if (atLeast <= lastReceiptIn(database)) return;
  database
    .prepare(
      `INSERT INTO receipts_given (only, receipt) VALUES (1, ?)
       ON CONFLICT (only) DO UPDATE SET receipt = excluded.receipt`,
    )
    .run(atLeast);
}
