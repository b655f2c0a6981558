import { z } from 'zod';
import { patientContactSchema, patientNameSchema } from './patient';
import { instantSchema } from './time';
import { noteSchema, sequenceSchema, sourceSchema } from './token';

/** R25: what has become of a patient with a paper blank: still waits, was seen, or left without being seen. */
export const paperOutcomes = ['waits', 'served', 'left'] as const;
export const paperOutcomeSchema = z.enum(paperOutcomes);
export type PaperOutcome = z.infer<typeof paperOutcomeSchema>;

/** More than this are never given out between two looks at the computer. */
export const MOST_PAPER_ROWS = 100;

/** R25: one blank that was filled in by hand. */
export const paperRowSchema = z.strictObject({
  /** The number on the blank; default: the next one. */
  sequence: sequenceSchema.optional(),
  /** When it was given out, as the paper says. */
  at: instantSchema,
  source: sourceSchema,
  patientName: patientNameSchema,
  patientContact: patientContactSchema,
  became: paperOutcomeSchema,
  /** R17: knowingly a second token for this patient. */
  allowDuplicate: z.boolean().optional(),
  note: noteSchema.optional(),
});
export type PaperRow = z.infer<typeof paperRowSchema>;

export const paperRowsSchema = z.array(paperRowSchema).min(1).max(MOST_PAPER_ROWS);

/** Why a row cannot be entered; the screens have a sentence for each. */
export const paperProblems = ['number_taken', 'future', 'day_over', 'refused'] as const;

/** What looks odd in a row and may be right: it is entered once staff have said so. */
export const paperDoubts = ['has_token', 'not_printed', 'out_of_order', 'before_outage'] as const;
export type PaperDoubt = (typeof paperDoubts)[number];

/** What would become of one row, in the order they were sent. */
export const checkedPaperRowSchema = z.object({
  /** null: it can be entered. */
  problem: z.enum(paperProblems).nullable(),
  /** The refusal in words; empty without one. */
  message: z.string(),
  doubts: z.array(z.enum(paperDoubts)),
});
export type CheckedPaperRow = z.infer<typeof checkedPaperRowSchema>;
