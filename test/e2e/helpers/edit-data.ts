import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Changes the clinic's data past the app, which is told to take them as they are: else it would ask at its start. */
export function editData(dataFolder: string, edit: (database: DatabaseSync) => void): void {
  const database = new DatabaseSync(join(dataFolder, 'opd-tokens.db'));
  database.exec('PRAGMA busy_timeout = 5000');
  edit(database);
  database.close();
  rmSync(join(dataFolder, 'opd-tokens.json'), { force: true });
}
