import { z } from 'zod';
import { blankBatchesSchema, blankSheetsSchema } from '../model/blanks';
import { dayListSchema, documentRequestSchema, patientHistorySchema } from '../model/document';
import { doctorIdSchema, tokenIdSchema } from '../model/ids';
import { languageSchema } from '../model/language';
import { serviceDaySchema } from '../model/time';
import { command, query } from './call';

/** Lists and histories on A4. */
export const documentCalls = {
  'documents.dayList': query(
    z.strictObject({ doctorId: doctorIdSchema, serviceDay: serviceDaySchema.optional() }),
    dayListSchema,
    ['staff', 'slip'],
  ),
  /** The same contact and the same name, as in R17; without a contact nobody else can be told to be the same. */
  'patients.history': query(z.strictObject({ tokenId: tokenIdSchema }), patientHistorySchema, [
    'staff',
    'slip',
  ]),
  /** R25: blanks of these numbers, as they are printed. */
  'documents.blanks': query(blankBatchesSchema, blankSheetsSchema, ['staff', 'slip']),
  /** R25: prints one blank with the doctor's next number on the roll of the desk's printer. Errors: as of `printers.test`. */
  'blanks.print': command(z.strictObject({ doctorId: doctorIdSchema }), z.object({ number: z.string() }), [
    'staff',
  ]),
  /** Saves it as a PDF and opens that with the system's viewer, from where it can be printed. */
  'documents.make': command(
    z.strictObject({ document: documentRequestSchema, language: languageSchema }),
    z.object({
      path: z.string(),
      /** False: it is saved, but this computer has nothing to show a PDF with. */
      opened: z.boolean(),
    }),
    ['staff'],
  ),
} as const;
