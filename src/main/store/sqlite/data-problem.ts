import { dirname } from 'node:path';
import { codeOf } from '../../../shared/error-code';
import type { DataProblem, Finding } from '../../../shared/model/finding';
import { DatabaseInUseError } from './lock';
import { MigrationError, NewerDatabaseError } from './migrate';

const sentences: Readonly<Record<DataProblem, string>> = {
  missing: 'The database is gone. There was one in this folder.',
  empty: 'The database is empty. There was one with data in this folder.',
  damaged: 'The database file is damaged.',
  changed: 'The database file is not as it was closed: another program, or the disk, has changed it.',
  foreign: 'The database file is of another program.',
  other_clinic: 'The database file is of another clinic.',
  strange_log:
    'The last changes lie beside the database in a file that does not belong to it, or is damaged.',
  newer: 'The database is of a newer version of OPD Tokens. Please update.',
  not_updated: 'The database could not be brought up to date. It is as it was.',
  no_room:
    'Before the database is brought up to date a copy of it is made, and there is no room for one on the disk. Please make room. The database is as it was.',
  unreadable: 'The database file cannot be read or written.',
  on_network:
    'The folder of the data is on a network drive, where a database can be damaged. Please copy the folder to this computer’s own disk, and start the app with it there.',
  in_use: 'Another program is using the database.',
  asked: 'The data were closed to go back to a copy.',
};

/** The clinic's data cannot be opened as they lie there. Nothing was written. */
export class DataProblemError extends Error {
  constructor(
    readonly path: string,
    readonly finding: Finding,
    cause?: unknown,
  ) {
    super(
      `${sentences[finding.problem]} (${path}: ${finding.detail}) To see what can be done: npm run restore -- --data ${dirname(path)}`,
      { cause },
    );
  }
}

/** What an error met while a database is looked at or opened means; undefined: it is a defect. */
export function findingOf(error: unknown): Finding | undefined {
  if (error instanceof DataProblemError) return error.finding;
  if (!(error instanceof Error)) return undefined;
  const found = (problem: DataProblem): Finding => ({ problem, detail: error.message });
  if (error instanceof NewerDatabaseError) return found('newer');
  if (error instanceof MigrationError) return found('not_updated');
  if (error instanceof DatabaseInUseError) return found('in_use');
  const code = codeOf(error);
  if (/^SQLITE_(BUSY|LOCKED|PROTOCOL)/.test(code)) return found('in_use');
  if (/^SQLITE_(NOTADB|CORRUPT|FORMAT)/.test(code)) return found('damaged');
  if (/^(SQLITE_(CANTOPEN|IOERR|READONLY|PERM|AUTH|FULL)|E[A-Z]+$)/.test(code)) return found('unreadable');
  return undefined;
}
