import { z } from 'zod';
import { copyFactsSchema } from './copy';
import { instantSchema } from './time';

/** Something that the clinic’s data can go back to. */
export const wayBackSchema = z.object({
  /** Where it lies; it is asked for by this. */
  path: z.string(),
  file: z.string(),
  folder: z.string(),
  madeAt: instantSchema,
  size: z.int().min(0),
  isEncrypted: z.boolean(),
  /** It was put aside here at some time, and is no copy. */
  wasPutAside: z.boolean(),
  /** Null: nothing lies beside it that says what is in it. */
  facts: copyFactsSchema.nullable(),
  /** What the present data have and this has not, as far as they can be read. */
  lost: z.object({ tokens: z.int().min(0), lastEventAt: instantSchema.nullable() }).nullable(),
});
export type WayBack = z.infer<typeof wayBackSchema>;
