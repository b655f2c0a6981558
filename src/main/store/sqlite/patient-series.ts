import type Database from 'better-sqlite3';

/** The highest number of the register that was ever given, or that a token names; 0: none. */
export function highestPatientNumber(database: Database.Database): number {
  if (!hasRegister(database)) return 0;
  const given = database.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'patients'").pluck().get();
  // A row that was lost is still on somebody's card.
  const named = database
    .prepare('SELECT max(patient_id) FROM tokens WHERE patient_id IS NOT NULL')
    .pluck()
    .get();
  return Math.max(Number(given ?? 0), Number(named ?? 0));
}

/** The register gives this number, and lower ones, to nobody from now on. Numbers that were given stay so. */
export function raisePatientNumbers(database: Database.Database, atLeast: number): void {
  const { changes } = database
    .prepare("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'patients'")
    .run(atLeast);
  if (changes > 0) return;
  database.prepare("INSERT INTO sqlite_sequence (name, seq) VALUES ('patients', ?)").run(atLeast);
}

/** Data of an older version have none. */
export function hasRegister(database: Database.Database): boolean {
  const found = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'patients'");
  return found.get() !== undefined;
}
