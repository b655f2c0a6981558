import { z } from 'zod';
import { cleanText, hasLetterOrDigit } from './fold';

/** What staff write down: as they meant it, and nothing that cannot be seen. */
export const textSchema = (longest: number) => z.string().overwrite(cleanText).max(longest);

/** What somebody or something is called: there is something to read. */
export const nameSchema = (longest: number, message = 'Please give a name with a letter or a digit.') =>
  textSchema(longest).refine(hasLetterOrDigit, message);

/** A name of ours as databases and HTTP write it. */
export const snakeCase = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
