import { basename } from 'node:path';

/**
 * Whether a file beside a database is one of its own that can be gone back to: as earlier versions kept it before they brought it
 * up to date, or as it was saved when another file was put in its place.
 */
export function isKeptBeside(path: string, file: string): boolean {
  const end = file.startsWith(basename(path)) ? file.slice(basename(path).length) : '';
  return /^\.(before|saved)-/.test(end) && !/\.part$/.test(end);
}
