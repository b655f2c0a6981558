import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';

/** Shorter ones stand in words. */
const LEAST_LETTERS = 4;

/**
 * Whose name or phone stands in a log of a data folder: every patient there ever was in its databases, also as corrected
 * since, looked for in each of its logs. Nothing: as it must be.
 */
export function personalInLogs(folder: string): string[] {
  const files = filesIn(folder);
  const logs = files.filter((file) => basename(dirname(file)) === 'logs');
  if (logs.length === 0) return [];
  const patients = new Set(files.filter((file) => file.endsWith('.db')).flatMap(patientsIn));
  return logs.flatMap((file) => {
    const text = readFileSync(file, 'utf8').toLowerCase();
    return [...patients].filter((one) => text.includes(one.toLowerCase())).map((one) => `${file}: ${one}`);
  });
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

/** Names and phones, from what happened: that has the old ones too. */
function patientsIn(path: string): string[] {
  const database = new Database(path, { readonly: true });
  try {
    const hasEvents = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'book_events'").get();
    if (hasEvents === undefined) return [];
    const places = ['new', 'after', 'before', 'set'].flatMap((part) => [
      `$.${part}.patientName`,
      `$.${part}.patientContact`,
    ]);
    const facts = places.map((fact) =>
      database.prepare(`SELECT DISTINCT json_extract(body, '${fact}') FROM book_events`).pluck().all(),
    );
    return facts
      .flat()
      .flatMap((one) => (typeof one === 'string' && one.length >= LEAST_LETTERS ? [one] : []));
  } finally {
    database.close();
  }
}
