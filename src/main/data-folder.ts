import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The file of the database in the folder of the data. */
export const DATABASE = 'opd-tokens.db';

/**
 * The database in the folder that a command was given. Throws, with a sentence, if none was given, or if there is none in
 * it: opening would make a new one.
 */
export function existingDatabase(
  given: string | undefined,
  usage: string,
): { readonly folder: string; readonly path: string } {
  if (given === undefined) throw new Error(`Which data? See below.\n\n${usage}`);
  const folder = resolve(given);
  const path = join(folder, DATABASE);
  if (!existsSync(path)) throw new Error(`There is no ${DATABASE} in ${folder}.`);
  return { folder, path };
}
