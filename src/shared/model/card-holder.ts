import { z } from 'zod';
import { tokenIdSchema } from './ids';
import { knownPatientSchema } from './known-patient';

/** What a card says of who its bearer is: the clinic's own number, or one of the health account. */
export const cardNumberSchema = z.strictObject({
  system: z.enum(['own', 'abha', 'abha-address']),
  value: z.string().trim().min(1).max(100),
});
export type CardNumber = z.infer<typeof cardNumberSchema>;

/** The first that somebody has counts. */
export const cardNumbersSchema = z.strictObject({ numbers: z.array(cardNumberSchema).min(1).max(3) });

/** Whose card it is. It proves nobody: whoever holds it may show it. */
export const cardHolderSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('known'),
    ...knownPatientSchema.pick({
      patientId: true,
      patientName: true,
      patientContact: true,
      lastDoctorId: true,
    }).shape,
    /** The latest of today that is open; null: none. */
    openTokenId: tokenIdSchema.nullable(),
  }),
  z.object({ kind: z.literal('unknown') }),
  /** Rows that are not one patient yet have it. */
  z.object({ kind: z.literal('several') }),
]);
export type CardHolder = z.infer<typeof cardHolderSchema>;
