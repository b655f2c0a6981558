import { z } from 'zod';
import { backupWarningSchema } from './backups';
import { stationPrinterSchema } from './print-job';
import { instantSchema } from './time';

/** How things stand with what the desk depends on. */
export const printersStatusSchema = z.object({
  /** All stations together. */
  printer: z.object({
    /** The desk's printer; null: none, slips are saved as PDF. */
    name: z.string().nullable(),
    waitingJobs: z.int(),
    failedJobs: z.int(),
    lastSentAt: instantSchema.nullable(),
  }),
  printers: z.object({ desk: stationPrinterSchema, kiosk: stationPrinterSchema }),
  /** When the latest copy was made that is known to be whole. */
  lastBackupAt: instantSchema.nullable(),
  backupWarning: backupWarningSchema,
});
export type PrintersStatus = z.infer<typeof printersStatusSchema>;
