import { z } from 'zod';

/** What a reason is called wherever it is kept and counted: never changed, and never used for another. */
export const reasonCodeSchema = z
  .string()
  .trim()
  .regex(/^[a-z][a-z0-9_]{0,39}$/, 'Small letters, digits and _, beginning with a letter.');

/** Why somebody did something, as they said: a code from the clinic’s list, and words beside it. */
export const givenReasonSchema = z.object({
  code: reasonCodeSchema.nullable(),
  text: z.string(),
});
export type GivenReason = z.infer<typeof givenReasonSchema>;
