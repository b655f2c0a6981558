import { existsSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { z } from 'zod';
import { type PrintedBlanks, printedByDoctorSchema } from '../../shared/model/blanks';
import type { CopyContent } from '../../shared/model/copy';
import { ERASING_OWED, RESTORED } from '../../shared/model/finding';
import { ERASED_NAME } from '../../shared/model/patient';
import type { Binding } from '../copies/inspect';
import { staying } from '../store/meta-keys';
import { probe } from '../store/sqlite/probe';
import { clinicIdOf, openReadOnly } from '../store/sqlite/read-only';
import { keepNumbers, keepPatientNumbers, keepReceipts } from './numbers';
import { takeNumbersOf, wasWithoutRegister } from './renumbered';

interface Present extends Binding {
  /** What is to be put aside. */
  readonly path: string;
  readonly copy: Pick<CopyContent, 'lastEventAt' | 'schemaVersion'>;
}

/**
 * What does not go back with the data, as far as the present ones can be read: numbers that are on slips, receipts, blanks and cards; who works here,
 * with which PIN, and which devices are let in; and that somebody was erased. Where they cannot be read, that is noted.
 */
export function carryOver(database: Database.Database, { path, nativeBinding, copy }: Present): void {
  const { lastEventAt, schemaVersion } = copy;
  const present = openFine({ path, nativeBinding });
  const note = database.prepare(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  try {
    database.transaction(() => {
      const isSame = present !== undefined && isOfSameClinic(database, present);
      // On another computer a clinic that was only begun knows nothing of the slips that this one has printed.
      const isBefore = present !== undefined && (isSame || knowsDoctors(database, present));
      if (isBefore && wasWithoutRegister(schemaVersion)) takeNumbersOf(database, present);
      keepPatientNumbers(database, isBefore ? present : null);
      if (isBefore) keepReceipts(database, present);
      const numbersKnown = isBefore && keepNumbers(database, present);
      if (isSame) {
        const blanks = laterBlanks(database, present);
        // Data that are older themselves, such as a copy put back by hand, know less of who is let in.
        if ((lastEventIn(present) ?? 0) >= (lastEventAt ?? 0)) {
          for (const table of LET_IN) takeRows(database, present, table);
          for (const key of Object.values(staying)) takeFact(present, key, note);
        }
        if (blanks !== undefined) note.run(staying.blanks, blanks);
      }
      const erased = isSame ? erasedSince(database, present) : [];
      const gone = isSame ? rowsGone(database, present) : [];
      note.run(RESTORED, JSON.stringify({ lastEventAt, numbersKnown, erased, gone }));
    })();
  } finally {
    present?.close();
  }
}

function openFine({ path, nativeBinding }: Binding & { path: string }): Database.Database | undefined {
  if (!existsSync(path) || probe({ path, nativeBinding }).state !== 'fine') return undefined;
  return openReadOnly(path, { nativeBinding });
}

function isOfSameClinic(one: Database.Database, other: Database.Database): boolean {
  const here = clinicIdOf(one);
  return here !== null && here === clinicIdOf(other);
}

/** Copies of early versions bear no clinic's id. */
function knowsDoctors(database: Database.Database, present: Database.Database): boolean {
  const [doctors, known] = [database, present].map((one) =>
    one.prepare('SELECT id FROM doctors').pluck().all(),
  );
  return doctors !== undefined && doctors.length > 0 && doctors.every((id) => known?.includes(id));
}

/** Who and what is let in: somebody dismissed, or a tablet that was lost, is not let in again by an old copy. */
const LET_IN = ['person_roles', 'persons', 'devices'];

/** Each row as it is now; what only the copy has stays. */
function takeRows(database: Database.Database, present: Database.Database, table: string): void {
  const columns = columnsOf(database, table).filter((column) => columnsOf(present, table).includes(column));
  // Data of an older version may not have the table yet.
  if (columns.length === 0) return;
  const doctors = new Set(database.prepare('SELECT id FROM doctors').pluck().all());
  const rows = present.prepare<[], Record<string, unknown>>(`SELECT * FROM "${table}"`).all();
  const given = columns.map((column) => `@${column}`).join(', ');
  const change = columns.map((column) => `"${column}" = @${column}`).join(', ');
  const update = database.prepare(`UPDATE OR IGNORE "${table}" SET ${change} WHERE id = @id`);
  const insert = database.prepare(
    `INSERT OR IGNORE INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${given})`,
  );
  const known = rows.filter(({ doctor_id: doctor = null }) => doctor === null || doctors.has(doctor));
  // Initials may have passed from one to another: nobody has any until everybody has their own.
  const free = table === 'persons' ? database.prepare('UPDATE persons SET active = 0 WHERE id = @id') : null;
  for (const row of known) free?.run({ id: row.id });
  for (const row of known) if (update.run(row).changes === 0) insert.run(row);
}

/** The clinic’s PIN and passphrase, numbers on paper; what was never set stays as the copy has it. */
function takeFact(present: Database.Database, key: string, note: Database.Statement): void {
  const value = present.prepare('SELECT value FROM meta WHERE key = ?').pluck().get(key);
  if (typeof value === 'string') note.run(key, value);
}

const lastEventIn = (database: Database.Database): number | null =>
  database.prepare<[], number | null>('SELECT max(at) FROM book_events').pluck().get() ?? null;

/** R25: of each doctor the numbers that went further on paper, in whichever of the two; undefined: none were printed. */
function laterBlanks(database: Database.Database, present: Database.Database): string | undefined {
  const [here, there] = [database, present].map((one) => {
    const kept = one.prepare('SELECT value FROM meta WHERE key = ?').pluck().get(staying.blanks);
    return typeof kept === 'string' ? printedBlanksByDoctor(kept) : {};
  });
  const both = [...Object.entries(here ?? {}), ...Object.entries(there ?? {})];
  if (both.length === 0) return undefined;
  const later = new Map<string, PrintedBlanks>();
  for (const [doctorId, blanks] of both) {
    if (blanks.total >= (later.get(doctorId)?.total ?? 0)) later.set(doctorId, blanks);
  }
  return JSON.stringify(Object.fromEntries(later));
}

/** Nothing, if it makes no sense. */
function printedBlanksByDoctor(kept: string): Readonly<Record<string, PrintedBlanks>> {
  try {
    return printedByDoctorSchema.safeParse(JSON.parse(kept)).data ?? {};
  } catch {
    return {};
  }
}

function columnsOf(database: Database.Database, table: string): string[] {
  const columns = database.pragma(`table_info("${table}")`) as { name: string }[];
  return columns.map(({ name }) => name);
}

/** Visits of whoever was erased after the copy was made, or is to be erased anew in the present data: they have their names in it. */
function erasedSince(database: Database.Database, present: Database.Database): string[] {
  const named = database.prepare('SELECT count(*) FROM tokens WHERE id = ? AND patient_name <> ?').pluck();
  const erased = present
    .prepare('SELECT id FROM tokens WHERE patient_name = ?')
    .pluck()
    .all(ERASED_NAME)
    .map(String);
  const all = new Set([...erased, ...ofNobodyLeft(database, present), ...owedIn(present)]);
  return [...all].filter((id) => named.get(id, ERASED_NAME) === 1);
}

/**
 * Visits that were somebody's when the copy was made, were corrected since to be another's, and whose first patient was erased then: no
 * row of the present register is theirs any more, though its numbers have come so far.
 */
function ofNobodyLeft(database: Database.Database, present: Database.Database): string[] {
  if ([database, present].some((one) => columnsOf(one, 'former_patients').length === 0)) return [];
  const last = lastRowOf(present);
  const row = present.prepare('SELECT 1 FROM patients WHERE id = ?').pluck();
  const token = present.prepare('SELECT 1 FROM tokens WHERE id = ?').pluck();
  return database
    .prepare<unknown[], { id: string; patient_id: number }>(
      'SELECT id, patient_id FROM tokens WHERE patient_id <= ? AND patient_name <> ?',
    )
    .all(last, ERASED_NAME)
    .filter((one) => row.get(one.patient_id) === undefined && token.get(one.id) === 1)
    .map(({ id }) => id);
}

/** How far the numbers of the register have come. */
const lastRowOf = (present: Database.Database): unknown =>
  present.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'patients'").pluck().get() ?? 0;

/** Rows of the register that the present data had as well, and have no more: they went with an erased visit. */
function rowsGone(database: Database.Database, present: Database.Database): number[] {
  if ([database, present].some((one) => columnsOf(one, 'patients').length === 0)) return [];
  const last = lastRowOf(present);
  const row = present.prepare('SELECT 1 FROM patients WHERE id = ?').pluck();
  const rows = database.prepare<unknown[], number>('SELECT id FROM patients WHERE id <= ?').pluck();
  const owed = goneBy(present.prepare('SELECT value FROM meta WHERE key = ?').pluck().get(RESTORED));
  return rows.all(last).filter((id) => row.get(id) === undefined || owed.includes(id));
}

/** Whom data that went back to a copy themselves, and were never opened since, still have; nobody, if it makes no sense. */
function goneBy(kept: unknown): number[] {
  try {
    return z.object({ gone: z.array(z.number()) }).parse(JSON.parse(String(kept))).gone;
  } catch {
    return [];
  }
}

/** Whom the present data, having gone back to a copy themselves, still name. */
function owedIn(present: Database.Database): string[] {
  const kept = present.prepare('SELECT value FROM meta WHERE key = ?').pluck();
  return [RESTORED, ERASING_OWED].flatMap((key) => owedBy(kept.get(key)));
}

/** Nothing, if it makes no sense. */
function owedBy(kept: unknown): string[] {
  try {
    return z
      .union([ids, z.object({ erased: ids }).transform(({ erased }) => erased)])
      .parse(JSON.parse(String(kept)));
  } catch {
    return [];
  }
}

const ids = z.array(z.string());
