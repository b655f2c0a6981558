import { z } from 'zod';
import { doctorIdSchema, tokenIdSchema } from './ids';
import { serviceDaySchema } from './time';

/** An open token that follows what was changed in the register. */
export const followedSchema = z.object({
  tokenId: tokenIdSchema,
  number: z.string(),
  doctorId: doctorIdSchema,
  serviceDay: serviceDaySchema,
  /** How many others it goes before from now on that went before it; below 0: they go before it now. */
  passes: z.int(),
});
export type Followed = z.infer<typeof followedSchema>;

/** What a change of the register came to. `tokenId`: on whose page; null: an earlier version answered. */
export const registerSavedSchema = z.object({
  tokenId: tokenIdSchema.nullable(),
  followed: z.array(followedSchema),
});
export type RegisterSaved = z.infer<typeof registerSavedSchema>;
