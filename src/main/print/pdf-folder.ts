import { randomUUID } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { codeOf } from '../../shared/error-code';
import { removeFile, renameFile } from '../app/outside/held-files';
import { PrintFailure } from './failure';

/** Where a slip's PDF goes: a folder a service day. Throws `folder_denied` if the folder is no full path. */
export function pdfPath(folder: string, serviceDay: string, name: string): string {
  if (!isAbsolute(folder)) throw new PrintFailure('folder_denied', false);
  return join(folder, serviceDay, `${name}.pdf`);
}

/** Written whole and durably, or not at all: a half one leaves nothing behind. Throws {@link PrintFailure}. */
export async function savePdf(pdf: Uint8Array, path: string): Promise<void> {
  const unfinished = `${path}.${randomUUID().slice(0, 8)}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(unfinished, 'wx');
    try {
      await file.writeFile(pdf);
      await file.sync();
    } finally {
      await file.close();
    }
    await renameFile(unfinished, path);
  } catch (error) {
    await removeFile(unfinished).catch(() => undefined);
    const problem = codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT' ? 'disk_full' : 'folder_denied';
    throw new PrintFailure(problem, false, error);
  }
}
