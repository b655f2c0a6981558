import { z } from 'zod';
import { backupWarningSchema } from './backups';
import { type PrinterHealth, type StationPrinter, stationPrinterSchema } from './print-job';
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

const troubles: ReadonlySet<PrinterHealth> = new Set(['offline', 'paper_out', 'cover_open', 'stopped']);

/** Somebody must go and see to it before slips come out. */
export function isInTrouble({ health }: Pick<StationPrinter, 'health'>): boolean {
  return troubles.has(health);
}

/** Slips that surely did not come out, or may not have: each waits for somebody. */
export function slipsToSeeTo(
  ...stations: readonly Pick<StationPrinter, 'failedJobs' | 'unknownJobs'>[]
): number {
  return stations.reduce((sum, { failedJobs, unknownJobs }) => sum + failedJobs + unknownJobs, 0);
}
