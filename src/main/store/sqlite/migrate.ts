import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { removeFile } from './held';
import type { Migration } from './migration';
import { initial } from './migrations/0001-initial';
import { notices } from './migrations/0002-notices';
import { slipLanguage } from './migrations/0003-slip-language';
import { printJobs } from './migrations/0004-print-jobs';
import { devices } from './migrations/0005-devices';
import { placesKept } from './migrations/0006-places-kept';
import { searchAndAge } from './migrations/0007-search-and-age';
import { tokenMakers } from './migrations/0008-token-makers';
import { kioskPin } from './migrations/0009-kiosk-pin';
import { noticesSettled } from './migrations/0010-notices-settled';
import { untouchedDays } from './migrations/0011-untouched-days';
import { callList } from './migrations/0012-call-list';
import { settingsVersions } from './migrations/0013-settings-versions';
import { plans } from './migrations/0014-plans';
import { people } from './migrations/0015-people';
import { audit } from './migrations/0016-audit';
import { shownDoctors } from './migrations/0017-shown-doctors';
import { erasing } from './migrations/0018-erasing';
import { contactEnd } from './migrations/0019-contact-end';
import { numbersGiven } from './migrations/0020-numbers-given';
import { eventsChanges } from './migrations/0021-events-changes';
import { requestsInRows } from './migrations/0022-requests-in-rows';
import { eventsShort } from './migrations/0023-events-short';
import { auditShort } from './migrations/0024-audit-short';
import { eventsNumbered } from './migrations/0025-events-numbered';
import { patients } from './migrations/0026-patients';
import { patientNumbers } from './migrations/0027-patient-numbers';
import { followUp } from './migrations/0028-follow-up';
import { needsSaid } from './migrations/0029-needs-said';
import { followUpMarks } from './migrations/0030-follow-up-marks';
import { formerPatients } from './migrations/0031-former-patients';
import { visits } from './migrations/0032-visits';
import { managerDevices } from './migrations/0033-manager-devices';
import { payments } from './migrations/0034-payments';
import { receiptsGiven } from './migrations/0035-receipts-given';

/** Every step, in order. */
export const migrations: readonly Migration[] = [
  initial,
  notices,
  slipLanguage,
  printJobs,
  devices,
  placesKept,
  searchAndAge,
  tokenMakers,
  kioskPin,
  noticesSettled,
  untouchedDays,
  callList,
  settingsVersions,
  plans,
  people,
  audit,
  shownDoctors,
  erasing,
  contactEnd,
  numbersGiven,
  eventsChanges,
  requestsInRows,
  eventsShort,
  auditShort,
  eventsNumbered,
  patients,
  patientNumbers,
  followUp,
  needsSaid,
  followUpMarks,
  formerPatients,
  visits,
  managerDevices,
  payments,
  receiptsGiven,
];

/** What this version of the app knows. */
export const newestVersion = migrations.at(-1)?.version ?? 0;

/** The database was written by a newer version of the app. */
export class NewerDatabaseError extends Error {
  constructor(
    readonly found: number,
    readonly known: number,
  ) {
    super(
      `The database is of a newer version of OPD Tokens (${found}; this one knows ${known}). Please update.`,
    );
  }
}

/** A step of the schema could not be done; the database is as it was before the first one. */
export class MigrationError extends Error {
  constructor(
    readonly step: Pick<Migration, 'version' | 'name'>,
    cause: unknown,
  ) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`Step ${step.version}, ${step.name}, could not be done: ${reason}`, { cause });
  }
}

/**
 * Brings the schema up to date, all steps or none: a version half-way between two could be opened by neither. Throws
 * {@link NewerDatabaseError}, and {@link MigrationError}; then nothing was touched. A copy is made before by `copyBeforeUpdate`.
 */
export function migrate(database: Database.Database, steps: readonly Migration[] = migrations): void {
  const found = Number(database.pragma('user_version', { simple: true }));
  const known = steps.at(-1)?.version ?? 0;
  if (found > known) throw new NewerDatabaseError(found, known);
  const missing = steps.filter((step) => step.version > found);
  if (missing.length > 0) applySteps(database, missing);
}

/** An empty database as a version made it; what this one does not know is as it knows it last. */
export function makeSchema(database: Database.Database, version: number): void {
  const wanted = migrations.filter((step) => version === 0 || step.version <= version);
  applySteps(database, wanted);
}

function applySteps(database: Database.Database, steps: readonly Migration[]): void {
  const apply = database.transaction(() => {
    for (const step of steps) applyStep(database, step);
  });
  apply.immediate();
}

function applyStep(database: Database.Database, { version, name, sql, functions = {} }: Migration): void {
  try {
    for (const [called, run] of Object.entries(functions)) {
      database.function(called, { deterministic: true }, run);
    }
    database.exec(sql);
    database.pragma(`user_version = ${version}`);
  } catch (error) {
    throw new MigrationError({ version, name }, error);
  }
}

/** Nobody goes back to the version of two months ago; and the copies name patients who were erased since. */
const COPY_KEPT_MS = 60 * 24 * 60 * 60_000;

/** Removes the copies that earlier versions left beside a database before they brought it up to date. One that cannot be removed harms nothing. */
export function removeOldCopies(path: string): void {
  const folder = dirname(path);
  const copies = readdirSync(folder).filter((file) => file.startsWith(`${basename(path)}.before-`));
  for (const file of copies) {
    const copy = join(folder, file);
    try {
      if (Date.now() - statSync(copy).mtimeMs > COPY_KEPT_MS) removeFile(copy);
    } catch {
      // Somebody else's, or open elsewhere: tried again at the next start.
    }
  }
}
