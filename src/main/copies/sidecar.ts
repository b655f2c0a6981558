import { readFileSync, statSync } from 'node:fs';
import { type CopyFacts, copyFactsSchema } from '../../shared/model/copy';
import { removeFile } from '../store/sqlite/held';
import { putInPlace, writeWhole } from './files';
import { sidecarOf } from './name';

/** Some hundred bytes in fact; what is larger, or no file, is not read. */
const MOST_BYTES = 64 * 1024;

/** What lies beside a copy; null: nothing, or nothing that can be read. Then it is in the copy all the same. */
export function readSidecar(copy: string): CopyFacts | null {
  try {
    const found = statSync(sidecarOf(copy));
    if (!found.isFile() || found.size > MOST_BYTES) return null;
    const read = copyFactsSchema.safeParse(JSON.parse(readFileSync(sidecarOf(copy), 'utf8')));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

export async function writeSidecar(copy: string, facts: CopyFacts): Promise<void> {
  const path = sidecarOf(copy);
  const text = `${JSON.stringify(facts, null, 2)}\n`;
  await writeWhole(`${path}.part`, [Buffer.from(text, 'utf8')]);
  putInPlace(`${path}.part`, path);
}

/** A copy and what lies beside it. */
export function removeCopy(copy: string): void {
  removeFile(copy);
  removeFile(sidecarOf(copy));
}
