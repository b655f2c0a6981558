import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import type { TokenId } from '../../shared/model/ids';
import type { Language } from '../../shared/model/language';
import type { PrintJob, PrintProblem } from '../../shared/model/print-job';
import { ok } from '../../shared/result';
import { contextNow, type Environment } from '../app/environment';
import { ticketOf } from '../app/tickets';
import { defaultPrinter } from './printers';
import { printSlip, saveSlipPdf } from './slip-outputs';
import { type SlipPage, slipReady } from './slip-page';

export interface OutboxOptions {
  /** Slips go here, a folder a service day. */
  readonly folder: string;
  readonly openSlip: (tokenId: TokenId, language: Language) => BrowserWindow;
}

export interface Outbox {
  /** There may be new jobs. */
  wake(): void;
  /** Jobs left over from before: queued ones are printed; one caught in the middle is `unknown`, never redone. */
  resume(): Promise<void>;
}

/**
 * Works through the print jobs one at a time, oldest first. A token never waits for paper: whatever happens
 * here, it stands, and the job says truly what became of its slip.
 */
export function createOutbox(environment: Environment, options: OutboxOptions): Outbox {
  const { store, log } = environment;
  let working = false;
  let wanted = false;

  async function change(job: PrintJob, to: Partial<PrintJob>): Promise<PrintJob> {
    const changed = { ...job, ...to, updatedAt: environment.clock.now() };
    const { today, now } = await contextNow(environment);
    await store.transact({ books: [], today, now }, () =>
      ok({ books: [], printJobs: [changed], answer: null }),
    );
    environment.publish({ type: 'printJobChanged', job: changed });
    return changed;
  }

  async function work(): Promise<void> {
    for (;;) {
      const [next] = await store.printJobsIn(['queued']);
      if (!next) return;
      const printing = await change(next, { state: 'printing' });
      await change(printing, await produce(printing));
    }
  }

  /** Makes the slip; what became of it, never an exception. */
  async function produce(job: PrintJob): Promise<Partial<PrintJob>> {
    let page: BrowserWindow | undefined;
    try {
      const path = await pdfPath(job.tokenId);
      page = options.openSlip(job.tokenId, job.language);
      const slip = await slipReady(page);
      await saveSlipPdf(slip, path);
      return { ...(await sendToPrinter(slip)), pdfPath: path };
    } catch (error) {
      log.error('slip failed', job.tokenId, error);
      return { state: 'failed', problem: inWords(error) };
    } finally {
      page?.destroy();
    }
  }

  async function sendToPrinter(slip: SlipPage): Promise<Partial<PrintJob>> {
    const printer = await defaultPrinter();
    if (printer === undefined) return { state: 'sent', printer: null };
    try {
      await printSlip(slip, printer);
      return { state: 'sent', printer };
    } catch (error) {
      log.warn('printer refused', printer, error);
      return { state: 'failed', printer, problem: 'refused' };
    }
  }

  async function pdfPath(tokenId: TokenId): Promise<string> {
    const ticket = await ticketOf(environment, tokenId);
    if (!ticket.ok) throw new Error(ticket.error.message);
    const { serviceDay, number } = ticket.value.token;
    return join(options.folder, serviceDay, `${number}.pdf`);
  }

  function wake(): void {
    wanted = true;
    if (working) return;
    working = true;
    void (async () => {
      while (wanted) {
        wanted = false;
        await work().catch((error: unknown) => log.error('outbox stopped', error));
      }
      working = false;
    })();
  }

  return {
    wake,
    async resume() {
      for (const job of await store.printJobsIn(['printing'])) {
        await change(job, { state: 'unknown', problem: 'interrupted' });
      }
      wake();
    },
  };
}

function inWords(error: unknown): PrintProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC') return 'disk_full';
  if (['EACCES', 'EROFS', 'EPERM', 'ENOTDIR', 'EEXIST'].includes(code)) return 'folder_denied';
  return 'not_rendered';
}
