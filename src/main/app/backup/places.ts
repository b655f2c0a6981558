import type { Settings } from '../../../shared/model/settings';
import type { Environment } from '../environment';
import type { CopyPlace } from '../outside/copy-room';
import { noteOf, placeNotes } from './notes';

const MB = 1_000_000;

export interface Place extends CopyPlace {
  readonly limitMb: number;
  readonly limit: number;
  readonly encrypted: boolean;
}

/** Where copies go: the folder of the data first. */
export async function placesOf(
  { store, backupFolder }: Pick<Environment, 'store' | 'backupFolder'>,
  { backup }: Pick<Settings, 'backup'>,
): Promise<Place[]> {
  const notes = await placeNotes(store);
  const place = (
    folder: string,
    isOwn: boolean,
    { limitMb, encrypted }: { limitMb: number; encrypted: boolean },
  ) => ({
    ...{ folder, isOwn, limitMb, encrypted },
    limit: limitMb * MB,
    hasHeld: noteOf(notes, folder).lastProvedAt !== null,
  });
  return [
    place(backupFolder, true, backup),
    ...backup.folders
      .filter(({ path }) => path !== backupFolder)
      .map((folder) => place(folder.path, false, folder)),
  ];
}
