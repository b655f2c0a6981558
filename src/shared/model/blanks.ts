import { z } from 'zod';
import { doctorSchema } from './doctor';
import { doctorIdSchema } from './ids';
import { languageSchema } from './language';

/** How many blanks are on one sheet of A4. */
export const BLANKS_ON_SHEET = 20;
export const MOST_SHEETS = 10;
/** Said and heard in a waiting room: three digits at most. After this one comes 1 again. */
export const LAST_BLANK = 999;

/** Which blanks were printed for a doctor: numbers go on over days, so that no two in the drawer are alike. */
export const printedBlanksSchema = z.object({
  /** The number on the last one. */
  last: z.int().min(0).max(LAST_BLANK),
  /** All that were ever printed. */
  total: z.int().min(0),
});
export type PrintedBlanks = z.infer<typeof printedBlanksSchema>;

/** By the doctor's id. */
export const printedByDoctorSchema = z.record(z.string(), printedBlanksSchema);

/** R25: the numbers of so many blanks from this one on. */
export function blankNumbers(first: number, count: number): number[] {
  return Array.from({ length: count }, (_none, index) => ((first - 1 + index) % LAST_BLANK) + 1);
}

/** Blanks of one doctor that are printed together. */
const batchSchema = z.strictObject({
  doctorId: doctorIdSchema,
  first: z.int().min(1).max(LAST_BLANK),
  count: z
    .int()
    .min(1)
    .max(BLANKS_ON_SHEET * MOST_SHEETS),
});
export type BlankBatch = z.infer<typeof batchSchema>;
export const blankBatchesSchema = z.strictObject({ batches: z.array(batchSchema).min(1).max(500) });

/** What is on the sheets. */
export const blankSheetsSchema = z.object({
  /** Nobody in these data is real. */
  practice: z.boolean(),
  clinicName: z.string(),
  /** What the patient reads: the clinic's language, and its second one. */
  languages: z.array(languageSchema),
  batches: z.array(z.object({ doctor: doctorSchema, numbers: z.array(z.string()) })),
});
export type BlankSheets = z.infer<typeof blankSheetsSchema>;
