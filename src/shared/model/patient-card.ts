import { z } from 'zod';
import { patientIdSchema, tokenIdSchema } from './ids';
import { languageSchema } from './language';
import { sexes } from './registered-patient';

/**
 * A sheet of A4 labels, 24 to a sheet, each 63.5 × 33.9 mm: the commonest there are (L7159 and its like). Places are counted from 1 along
 * the rows, as one reads.
 */
export const LABEL_SHEET = { columns: 3, rows: 8 } as const;
export const LABELS_ON_SHEET = LABEL_SHEET.columns * LABEL_SHEET.rows;
export const labelPlaceSchema = z.int().min(1).max(LABELS_ON_SHEET);

/** What stands on a patient's card: no phone, no need, no number of anybody else's, for cards are lost. */
export const patientCardSchema = z.object({
  /** Nobody in these data is real. */
  practice: z.boolean(),
  clinicName: z.string(),
  /** The clinic's language, and its second one. */
  languages: z.array(languageSchema),
  patientId: patientIdSchema,
  name: z.string(),
  /** No day: it tells people of one name apart. */
  birthYear: z.string().nullable(),
  sex: z.enum(sexes).nullable(),
});
export type PatientCard = z.infer<typeof patientCardSchema>;

/** A card of the patient of a token, on a sheet of labels. */
export const cardSheetSchema = z.strictObject({
  kind: z.literal('card'),
  tokenId: tokenIdSchema,
  /** Where on the sheet: those before it are gone. */
  place: labelPlaceSchema,
});
