import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../../shared/result';
import type { Environment } from '../environment';
import { removeFile, renameFile } from './held-files';

/**
 * Writes a file into the folder for exports, piece by piece, whole or not at all. Answers its path.
 * Errors: UNAVAILABLE the folder or the disk does not take it.
 */
export async function writeExport(
  { exportFolder, log }: Pick<Environment, 'exportFolder' | 'log'>,
  name: string,
  pieces: AsyncIterable<string> | Iterable<string>,
): Promise<Result<string>> {
  const path = join(exportFolder, name);
  const part = `${path}.part`;
  try {
    await mkdir(exportFolder, { recursive: true });
    const file = await open(part, 'w');
    try {
      for await (const piece of pieces) await file.appendFile(piece);
    } finally {
      await file.close();
    }
    await renameFile(part, path);
    return ok(path);
  } catch (error) {
    await removeFile(part).catch(() => undefined);
    log.error('an export could not be written', error);
    return fail('UNAVAILABLE', `The file could not be saved in ${exportFolder}. Is the disk full?`);
  }
}
