import { z } from 'zod';
import { paymentIdSchema, printJobIdSchema, tokenIdSchema } from './ids';
import { languageSchema } from './language';
import { paperSchema, printSettingsSchema, printWaySchema, stationNameSchema } from './print-settings';
import { instantSchema, serviceDaySchema } from './time';

/**
 * `queued` waits; `printing` is with the printer or its queue now, and `problem` says what holds it up there; `sent` means
 * that the printer took all of it, or its queue is through with it, no more;
 * `failed` surely did not come out; `unknown` may have: only staff can tell; `reprinted` was answered by a newer job.
 */
export const printStates = ['queued', 'printing', 'sent', 'failed', 'unknown', 'reprinted'] as const;
export const printStateSchema = z.enum(printStates);
export type PrintState = z.infer<typeof printStateSchema>;

/** Why a slip did not come out, or may not have. Screens have the words: `common:printProblem.<code>`. */
export const printProblems = [
  /** The station has no printer, or slips are switched off. */
  'no_printer',
  /** The system does not know that printer any more. */
  'printer_gone',
  /** The printer or its queue said no. */
  'refused',
  /** Cannot be reached, or says that it is off line. */
  'offline',
  'paper_out',
  'cover_open',
  /** A jam or another fault of its own. */
  'printer_error',
  /** It took no more, for longer than patience lasts. */
  'stalled',
  /** The connection broke in the middle. */
  'cut_off',
  'disk_full',
  'folder_denied',
  'device_missing',
  'device_denied',
  /** A folder, or something else that takes no slips. */
  'not_a_device',
  /** The slip does not fit that paper, or the way out cannot print on it. */
  'bad_paper',
  /** The page could not be made. */
  'not_rendered',
  /** The app stopped while the slip was with the printer. */
  'interrupted',
  /** Its day was over before it could be printed. */
  'outdated',
  /** The system's queue prints nothing: stopped by somebody, or by a fault. */
  'queue_stopped',
  /** The system's queue takes nothing. */
  'queue_closed',
  /** The slip is held in the system's queue until somebody lets it go. */
  'job_held',
  /** It has been in the queue for long, though nothing says why. */
  'queue_slow',
  /** It was handed over, but the queue does not know of it. */
  'not_in_queue',
  /** The queue gave it up, or somebody took it out. */
  'queue_dropped',
] as const;
export const printProblemSchema = z.enum(printProblems);
export type PrintProblem = z.infer<typeof printProblemSchema>;

/** `token`: the slip of a token; `move`: a new one, since its slot changed while the patient is here. */
export const slipKindSchema = z.enum(['token', 'move']);

export const printJobSchema = z.object({
  id: printJobIdSchema,
  tokenId: tokenIdSchema,
  state: printStateSchema,
  /** Whose printer. */
  station: stationNameSchema,
  kind: slipKindSchema,
  /** It is the receipt of this payment; null: a slip of the token itself. */
  paymentId: paymentIdSchema.nullable(),
  /** 0: the original; n: its n-th reprint, which bears DUPLICATE. */
  copy: z.int().min(0),
  /** How it leaves: as set when it was asked for, then as it really left. */
  way: printWaySchema,
  /** What the patient reads. */
  language: languageSchema,
  /** Where the slip was saved, if its way out is a PDF; null until then, and for the other ways. */
  pdfPath: z.string().nullable(),
  /** The printer that took it, in words; null: none did. */
  printer: z.string().nullable(),
  /** When it failed or is unknown, and what holds it up in a queue; null otherwise. */
  problem: printProblemSchema.nullable(),
  /** How often it was tried. */
  attempts: z.int().min(0),
  /** It failed and will be tried again by itself then; null: only if somebody asks. */
  nextAttemptAt: instantSchema.nullable(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
});
export type PrintJob = z.infer<typeof printJobSchema>;

/** A job with what a list of slips shows of it. */
export const listedPrintJobSchema = z.object({
  job: printJobSchema,
  number: z.string(),
  patientName: z.string(),
  doctorName: z.string(),
  serviceDay: serviceDaySchema,
});
export type ListedPrintJob = z.infer<typeof listedPrintJobSchema>;

/** What the slip's page must know beyond the token. */
export const slipPrintSchema = printSettingsSchema
  .pick({ secondLanguage: true, showName: true, maskName: true, clinicLine: true, feeLine: true, logo: true })
  .extend({
    /** Of the station it prints at; `none`: no slip comes out, and nobody should wait for one. */
    way: printWaySchema,
    paper: paperSchema,
    /** Above 0 the slip bears DUPLICATE. */
    copy: z.int().min(0),
    /** Of a practice day: it must not be taken for a token either. */
    practice: z.boolean(),
    /** `test`: a sample, which must not be taken for a token. */
    kind: z.enum([...slipKindSchema.options, 'test']),
  });
export type SlipPrint = z.infer<typeof slipPrintSchema>;

/** `ok` as far as it can tell; `stopped`: its queue stands still; `none`: no printer here; `unknown`: not asked yet. */
export const printerHealths = [
  'ok',
  'offline',
  'paper_out',
  'cover_open',
  'stopped',
  'unknown',
  'none',
] as const;
export const printerHealthSchema = z.enum(printerHealths);
export type PrinterHealth = z.infer<typeof printerHealthSchema>;

/** What comes of printing with it: paper, a file, a fax, a page among somebody's notes. */
export const printerMakesSchema = z.enum(['paper', 'file', 'fax', 'note']);
export type PrinterMakes = z.infer<typeof printerMakesSchema>;

/** A printer that the system knows. */
export const systemPrinterSchema = z.object({
  name: z.string(),
  isDefault: z.boolean(),
  /** What the system says of it; `unknown`: it says nothing. */
  health: printerHealthSchema,
  /** One that makes no paper is used only if somebody chose it. */
  makes: printerMakesSchema,
});
export type SystemPrinter = z.infer<typeof systemPrinterSchema>;

/** How one station's printing stands, today. */
export const stationPrinterSchema = z.object({
  way: printWaySchema,
  paper: paperSchema,
  /** The printer in words; null: slips are saved as PDF, or there are none. */
  name: z.string().nullable(),
  health: printerHealthSchema,
  /** Queued, with the printer, or failed and to be tried again. */
  waitingJobs: z.int(),
  /** Failed and given up. */
  failedJobs: z.int(),
  unknownJobs: z.int(),
  lastSentAt: instantSchema.nullable(),
});
export type StationPrinter = z.infer<typeof stationPrinterSchema>;
