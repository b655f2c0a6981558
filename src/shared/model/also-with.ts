import { z } from 'zod';
import { doctorSchema } from './doctor';
import { tokenIdSchema } from './ids';
import { slotTimesSchema } from './slot';
import { statusSchema } from './token';

/** R27: another open token of the same patient on the same day, with another doctor. */
export const alsoWithSchema = z.object({
  tokenId: tokenIdSchema,
  number: z.string(),
  status: statusSchema,
  doctor: doctorSchema.pick({ id: true, name: true, nameIn: true, room: true }),
  /** Of its seat; null: it waits for one. */
  slot: slotTimesSchema.nullable(),
});
export type AlsoWith = z.infer<typeof alsoWithSchema>;
