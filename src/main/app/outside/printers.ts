import type { DoctorId, PatientId, TokenId } from '../../../shared/model/ids';
import type { Language } from '../../../shared/model/language';
import type { PrinterHealth, PrintProblem, SystemPrinter } from '../../../shared/model/print-job';
import type { PrintTarget, StationName } from '../../../shared/model/print-settings';
import { fail, type Result } from '../../../shared/result';

/** Among the saved slips, where each day has a folder: cards that became a PDF. */
export const CARDS_FOLDER = 'cards';

/** What the app asks of whoever can print. */
export interface Printers {
  /** What the system has to print with. */
  list(): Promise<readonly SystemPrinter[]>;
  /** The printer of a target in words (null: PDF or none), and how it is, as last heard. */
  look(target: PrintTarget): Promise<{ readonly name: string | null; readonly health: PrinterHealth }>;
  /** Prints a sample now. Errors: UNAVAILABLE with the print problem in its details. */
  test(
    station: StationName,
    target: PrintTarget,
    language: Language,
  ): Promise<Result<{ printer: string | null; pdfPath: string | null }>>;
  /** R25: prints one paper blank now. Errors: UNAVAILABLE as above. */
  blank(
    blank: { readonly doctorId: DoctorId; readonly number: number },
    target: PrintTarget,
    language: Language,
  ): Promise<Result<{ printer: string | null; pdfPath: string | null }>>;
  /** Prints a patient's card now. Errors: UNAVAILABLE as above. */
  card(
    card: { readonly tokenId: TokenId; readonly patientId: PatientId },
    target: PrintTarget,
    language: Language,
  ): Promise<Result<{ printer: string | null; pdfPath: string | null }>>;
}

/** For a composition root that cannot print, and tests of anything else. */
export const noPrinters: Printers = {
  list: async () => [],
  look: async () => ({ name: null, health: 'none' }),
  test: async () => printFailed('no_printer'),
  blank: async () => printFailed('no_printer'),
  card: async () => printFailed('no_printer'),
};

/** What went wrong, as the answer of a call: a sentence for staff, the code for programs. */
export function printFailed(problem: PrintProblem): Result<never> {
  return fail('UNAVAILABLE', sentences[problem], { problem });
}

const sentences: Readonly<Record<PrintProblem, string>> = {
  no_printer: 'No printer is set up for this station.',
  printer_gone: 'The printer is no longer set up on this computer.',
  refused: 'The printer did not take the slip.',
  offline: 'The printer does not answer. Is it switched on and connected?',
  paper_out: 'The printer is out of paper.',
  cover_open: 'The cover of the printer is open.',
  printer_error: 'The printer reports a fault. Please look at it.',
  stalled: 'The printer stopped taking data.',
  cut_off: 'The connection to the printer broke off.',
  disk_full: 'The disk is full.',
  folder_denied: 'The slips folder cannot be written.',
  device_missing: 'The printer is not plugged in, or its device has another name.',
  device_denied: 'This computer does not let the app use the printer.',
  not_a_device: 'That is not a printer, but a folder or something else.',
  bad_paper: 'The slip cannot be printed on this paper.',
  not_rendered: 'The slip could not be made.',
  interrupted: 'The app stopped while this slip was printing.',
  outdated: 'The day of this slip was over before it could be printed.',
  queue_stopped: 'The printer’s queue on this computer is stopped.',
  queue_closed: 'The printer’s queue on this computer takes no slips.',
  job_held: 'The slip is held in the printer’s queue on this computer.',
  queue_slow: 'The slip is in the printer’s queue and does not come out.',
  not_in_queue: 'The printer’s queue does not know of the slip.',
  queue_dropped: 'The slip was taken out of the printer’s queue.',
};
