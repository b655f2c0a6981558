import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { stationKindSchema } from '../shared/model/computer';

/** What somebody has chosen for this computer. A copy of the data that goes to another does not take it along. */
const choicesSchema = z.object({
  station: stationKindSchema.default('reception'),
  comesBack: z.boolean().default(true),
  /** The origin of the computer that keeps the clinic's data; null: they are here. */
  reception: z.string().nullable().default(null),
  /** Whoever closed the last window has read that the app goes on. */
  knowsItGoesOn: z.boolean().default(false),
});
export type Choices = z.infer<typeof choicesSchema>;

/** A file that is not there, or cannot be read, keeps nobody from starting: then all is as it is at first. */
export function readChoices(file: string): Choices {
  try {
    return choicesSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return choicesSchema.parse({});
  }
}

/** Only what is given changes. Throws what `write` throws. */
export function changeChoices(
  file: string,
  wish: { readonly [Choice in keyof Choices]?: Choices[Choice] | undefined },
  write: (file: string, text: string) => void,
): void {
  const given = Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined));
  write(file, JSON.stringify({ ...readChoices(file), ...given }));
}
