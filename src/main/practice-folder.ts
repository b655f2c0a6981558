import { mkdir, rm } from 'node:fs/promises';

/** Every practice day begins anew: nothing of the last one is left, nor what people typed in it. */
export async function emptyPracticeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  await mkdir(folder, { recursive: true });
}
