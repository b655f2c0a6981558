import { randomUUID } from 'node:crypto';
import type { DoctorId, PrintJobId, TokenId } from '../../shared/model/ids';
import type { Language } from '../../shared/model/language';
import type { PrinterHealth, PrintProblem, SystemPrinter } from '../../shared/model/print-job';
import { dotsOf, type Paper, type PrintTarget, type StationName } from '../../shared/model/print-settings';
import type { PrintQueue } from './cups-queue';
import { sendToDevice } from './device-printer';
import { encodeSlip } from './escpos';
import { PrintFailure } from './failure';
import { followJob, type JobWatcher } from './follow-job';
import { type Patience, sendOverNetwork } from './network-printer';
import { pageSize } from './page-size';
import { pdfPath, savePdf } from './pdf-folder';
import { blackAndWhite, ofWidth, type Picture } from './picture';
import { within } from './timers';
import { sendToSpooler } from './windows-spooler';

/** What a slip is of: a token, its patient (a card), nobody (a sample), or nobody yet (R25: a paper blank of this number). */
export type SlipSubject =
  | { readonly kind: 'token'; readonly tokenId: TokenId; readonly jobId: PrintJobId }
  | { readonly kind: 'card'; readonly tokenId: TokenId }
  | { readonly kind: 'sample' }
  | { readonly kind: 'blank'; readonly doctorId: DoctorId; readonly number: number };

/** Which slip to make. */
export interface SlipOrder {
  readonly subject: SlipSubject;
  readonly station: StationName;
  readonly language: Language;
  /** If it becomes a PDF: in the folder of this day, by this name. */
  readonly serviceDay: string;
  readonly fileName: string;
  /** Whatever the printer is set to. */
  readonly keepsDrawerShut?: boolean;
}

/** A slip laid out on its paper. */
export interface SlipPage {
  /** Of the slip itself, before it is given a page. */
  readonly heightMm: number;
  picture(dots: number): Promise<Picture>;
  pdf(size: PageSize): Promise<Uint8Array>;
  /** Hands it to a queue of the system, by this title; `''` is the default one. Rejects if it is not taken. */
  print(printer: string, size: PageSize, title: string): Promise<void>;
}

export interface PageSize {
  readonly widthMm: number;
  readonly heightMm: number;
}

/** What a slip is laid out for: a page of its paper, or a picture so many dots wide. */
export interface Sheet {
  readonly paper: Paper;
  readonly dots: number | null;
}

/** Lays out a slip and lends its page; what is waiting for a page waits until it is given back. */
export type RenderSlip = <A>(
  order: SlipOrder,
  sheet: Sheet,
  use: (page: SlipPage) => Promise<A>,
) => Promise<A>;

/** How a slip left. */
export interface Delivered {
  /** In words; null: as a PDF. */
  readonly printer: string | null;
  readonly pdfPath: string | null;
  /** What is known of the printer now; undefined: that it has the slip, so that it is well. */
  readonly health?: PrinterHealth;
}

/**
 * Makes a slip and sends it on its way. `begin` is awaited before the first byte leaves, and stops all by rejecting.
 * Throws {@link PrintFailure}.
 */
export type Deliver = (
  order: SlipOrder,
  target: PrintTarget,
  begin: () => Promise<void>,
  watcher: JobWatcher,
) => Promise<Delivered>;

/**
 * Waits on for a slip that was with a queue of the system when the app ended; null: the queue does not know it. Throws
 * {@link PrintFailure}.
 */
export type Rejoin = (
  jobId: PrintJobId,
  target: PrintTarget,
  watcher: JobWatcher,
) => Promise<Delivered | null>;

export interface PressParts {
  readonly render: RenderSlip;
  readonly systemPrinters: () => Promise<readonly SystemPrinter[]>;
  readonly queue: PrintQueue;
  /** For PDFs, where the settings name no folder. */
  readonly folder: string;
  readonly patience: Patience;
}

/** All ways out. A PDF is kept only where it is the way out: a second copy of who is ill serves nobody. */
export function createPress(parts: PressParts): { readonly deliver: Deliver; readonly rejoin: Rejoin } {
  const { render, systemPrinters, queue, folder, patience } = parts;
  const deliver: Deliver = (order, target, begin, watcher) => {
    switch (target.way) {
      case 'system':
        return throughSystem(order, target, begin, watcher);
      case 'network':
      case 'device':
        return asRaster(order, target, begin);
      case 'pdf':
        return asPdf(order, target, begin);
      case 'none':
        return Promise.reject(new PrintFailure('no_printer', false));
    }
  };

  const rejoin: Rejoin = async (jobId, target, watcher) => {
    if (target.way !== 'system') return null;
    const printer = chosenPrinter(await systemPrinters(), target.printer);
    if (printer === undefined) return null;
    const title = titleOf(jobId);
    const state = await queue.job(printer, title);
    if (state === null || state === 'absent') return null;
    await followJob(queue, { printer, title }, watcher);
    return { printer, pdfPath: null };
  };

  return { deliver, rejoin };

  async function throughSystem(
    order: SlipOrder,
    target: PrintTarget,
    begin: () => Promise<void>,
    watcher: JobWatcher,
  ): Promise<Delivered> {
    const printer = chosenPrinter(await systemPrinters(), target.printer);
    if (printer === undefined && target.printer !== null) throw new PrintFailure('printer_gone', false);
    if (printer === undefined) return { ...(await asPdf(order, target, begin)), health: 'none' };
    // What a queue that stands still would take now, nobody could take back from it: it gets nothing.
    const before = await queue.look(printer);
    if (before?.accepts === false) throw new PrintFailure('queue_closed', false);
    if (before?.stopped) throw new PrintFailure(healthProblem(before.health), false);
    const { subject } = order;
    const title = titleOf(subject.kind === 'token' ? subject.jobId : randomUUID());
    await render(order, { paper: target.paper, dots: null }, async (page) => {
      const size = sizeOf(page, target.paper);
      await begin();
      const taken = page.print(printer, size, title).catch((error: unknown) => {
        throw new PrintFailure('refused', false, error);
      });
      await within(patience.stall, taken, () => new PrintFailure('stalled', true));
    });
    // Handed over is not taken: the queue itself must say so.
    if (before === null) return { printer, pdfPath: null };
    // Taken is no proof of paper there.
    const health = before.health === 'unknown' ? 'ok' : before.health;
    if (!queue.follows) return { printer, pdfPath: null, health };
    await followJob(queue, { printer, title }, watcher);
    return { printer, pdfPath: null };
  }

  async function asPdf(
    order: SlipOrder,
    target: PrintTarget,
    begin: () => Promise<void>,
  ): Promise<Delivered> {
    const path = pdfPath(target.folder || folder, order.serviceDay, order.fileName);
    const { paper } = target;
    const pdf = await render(order, { paper, dots: null }, (page) => page.pdf(sizeOf(page, paper)));
    await begin();
    await savePdf(pdf, path);
    return { printer: null, pdfPath: path };
  }

  async function asRaster(
    order: SlipOrder,
    target: PrintTarget,
    begin: () => Promise<void>,
  ): Promise<Delivered> {
    const { paper } = target;
    const dots = dotsOf(target);
    const where = target.way === 'network' ? target.host : target.device;
    if (where === '') throw new PrintFailure('no_printer', false);
    if (dots === null) throw new PrintFailure('bad_paper', false);
    const picture = await render(order, { paper, dots }, (page) => {
      sizeOf(page, paper);
      return page.picture(dots);
    });
    const how = order.keepsDrawerShut ? { ...target, drawer: false } : target;
    const bytes = encodeSlip(blackAndWhite(ofWidth(picture, dots), target.threshold), how);
    if (target.way === 'network') await sendOverNetwork(bytes, target, begin, patience);
    else if (process.platform === 'win32') await sendToSpooler(bytes, where, begin, patience.stall);
    else await sendToDevice(bytes, where, begin, patience.stall);
    return { printer: inWords(target), pdfPath: null };
  }
}

/** The printer by this name, or the default one if that prints on paper; undefined: there is no such. */
export function chosenPrinter(printers: readonly SystemPrinter[], wished: string | null): string | undefined {
  const isChosen = ({ name, isDefault, makes }: SystemPrinter): boolean =>
    wished === null ? isDefault && makes === 'paper' : name === wished;
  return printers.find(isChosen)?.name;
}

/** A target as staff know it; null: no printer. The default printer of the system is found by its list. */
export function inWords({ way, printer, host, port, device }: PrintTarget): string | null {
  if (way === 'network') return port === 9100 ? host : `${host}:${port}`;
  if (way === 'device') return device;
  return way === 'system' ? printer : null;
}

/** By this a queue of the system knows a slip, also after the app was started again. */
function titleOf(id: string): string {
  return `OPD slip ${id}`;
}

function healthProblem(health: PrinterHealth): PrintProblem {
  return health === 'paper_out' || health === 'cover_open' ? health : 'queue_stopped';
}

function sizeOf(page: SlipPage, paper: Paper): PageSize {
  const size = pageSize(paper, page.heightMm);
  if (size === undefined) throw new PrintFailure('bad_paper', false);
  return size;
}
