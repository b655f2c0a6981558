import { z } from 'zod';
import { printJobIdSchema, tokenIdSchema } from '../model/ids';
import { languageSchema } from '../model/language';
import {
  listedPrintJobSchema,
  printJobSchema,
  printStateSchema,
  systemPrinterSchema,
} from '../model/print-job';
import { printTargetSchema, stationNameSchema } from '../model/print-settings';
import { printersStatusSchema } from '../model/printers-status';
import { ticketSchema } from '../model/ticket';
import { byToken, command, nothing, query, requestId } from './call';

const byJob = z.strictObject({ jobId: printJobIdSchema, requestId });

/** Slips and what became of them. */
export const slipCalls = {
  /** What a slip shows, as things stand now; `jobId`: for that job's copy, kind and paper, else for the token's last one. */
  'slips.ticket': query(
    z.strictObject({ tokenId: tokenIdSchema, jobId: printJobIdSchema.optional() }),
    ticketSchema,
    ['staff', 'slip'],
  ),
  /** A made-up ticket with the clinic's own settings, for previews and test prints. */
  'slips.sample': query(z.strictObject({ station: stationNameSchema.optional() }), ticketSchema, [
    'staff',
    'slip',
  ]),
  /**
   * One more slip, which bears DUPLICATE; the job before it becomes `reprinted` if it may have come out. A job that
   * surely did not come out is tried again instead: there is nothing to be a duplicate of.
   */
  'slips.reprint': command(byToken, printJobSchema, ['staff']),
  /** The token's latest job. */
  'slips.job': query(z.strictObject({ tokenId: tokenIdSchema }), printJobSchema, [
    'staff',
    'kiosk',
    'doctor',
  ]),
  /** Jobs asked for today that are in any of these states, oldest first. */
  'slips.jobs': query(
    z.strictObject({ states: z.array(printStateSchema).min(1) }),
    z.array(listedPrintJobSchema),
    ['staff'],
  ),
  /** A failed slip is printed after all, at the other station's printer if so wished. */
  'slips.retry': command(byJob.extend({ station: stationNameSchema.optional() }), printJobSchema, ['staff']),
  /** Staff looked: an `unknown` slip came out and is `sent`, or it did not and a DUPLICATE is printed. Answers the token's latest job. */
  'slips.settle': command(byJob.extend({ cameOut: z.boolean() }), printJobSchema, ['staff']),
  /** What the system has to print with. */
  'printers.list': query(nothing, z.array(systemPrinterSchema), ['staff']),
  /** Prints a sample now, by settings that need not be saved. Errors: UNAVAILABLE, its `details.problem` a print problem. */
  'printers.test': command(
    z.strictObject({
      station: stationNameSchema,
      target: printTargetSchema.optional(),
      language: languageSchema.optional(),
    }),
    z.object({
      /** The printer that took it; null: it was saved as a PDF. */
      printer: z.string().nullable(),
      pdfPath: z.string().nullable(),
    }),
    ['staff'],
  ),
  'printers.status': query(nothing, printersStatusSchema, ['staff', 'kiosk', 'doctor']),
} as const;
