import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type UpdateChoice, updateChoiceSchema } from '../../shared/model/updates';

/** What a computer keeps about updates, in a file that no copy of the data takes along. */
const notesSchema = z.object({
  choice: updateChoiceSchema.prefault({}),
  /** The version that ran last. */
  version: z.string().nullable().default(null),
  /** The one that ran before it. */
  cameFrom: z.string().nullable().default(null),
});
type Notes = z.infer<typeof notesSchema>;

export interface UpdateNotes {
  /** The version that ran here before this one; null: none that is known. */
  readonly cameFrom: string | null;
  /** This is the first start of this version after another. */
  readonly isNew: boolean;
  read(): UpdateChoice;
  /** Throws what writing throws. */
  write(choice: UpdateChoice): void;
}

/** Notes down which version runs. A file that is not there, or cannot be read, is one in which updates are off. */
export function openNotes(
  file: string,
  installed: string,
  write: (file: string, text: string) => void,
): UpdateNotes {
  const before = readNotes(file);
  const isNew = before.version !== null && before.version !== installed;
  const cameFrom = isNew ? before.version : before.cameFrom;
  const keep = (choice: UpdateChoice): void =>
    write(file, JSON.stringify({ choice, version: installed, cameFrom } satisfies Notes));
  if (before.version !== installed) {
    try {
      keep(before.choice);
    } catch {
      // A full disk keeps nobody from starting: it is noted at the next start.
    }
  }
  return { cameFrom, isNew, read: () => readNotes(file).choice, write: keep };
}

function readNotes(file: string): Notes {
  try {
    return notesSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return notesSchema.parse({});
  }
}
