import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import type { PrinterHealth } from '../../shared/model/print-job';
import { askIpp, type IppAddress, type IppGroup, succeeded } from './ipp';

const PATIENCE_MS = 3_000;
const DEFAULT_PORT = 631;
const SOCKETS = ['/run/cups/cups.sock', '/var/run/cups/cups.sock', '/private/var/run/cupsd'];

/** RFC 8011, 5.4.11: printer-state. */
const PRINTER_STOPPED = 5;
/** RFC 8011, 5.3.7: job-state. */
const jobStates = {
  3: 'pending',
  4: 'held',
  5: 'processing',
  6: 'stopped',
  7: 'dropped',
  8: 'dropped',
  9: 'completed',
} as const;

export interface QueueState {
  /** It takes jobs. */
  readonly accepts: boolean;
  /** It hands none on to the printer. */
  readonly stopped: boolean;
  readonly health: PrinterHealth;
}

export type QueuedState = (typeof jobStates)[keyof typeof jobStates];

/** The system's print queues, where they can be asked. */
export interface PrintQueue {
  /** It tells what becomes of a job; otherwise handed over counts as taken. */
  readonly follows: boolean;
  /** Somebody looks now: what is told next is to be as new as can be. */
  refresh(): Promise<void>;
  /** How a queue stands; null: it cannot be asked. */
  look(printer: string): Promise<QueueState | null>;
  /** What has become of the job by this title; `absent`: the queue has none; null: it cannot be asked. */
  job(printer: string, title: string): Promise<QueuedState | 'absent' | null>;
}

/** For systems whose queues say nothing: what was handed over counts as taken. */
export const silentQueue: PrintQueue = {
  follows: false,
  refresh: async () => undefined,
  look: async () => null,
  job: async () => null,
};

/** CUPS, of Linux and macOS, by IPP. */
export function createCupsQueue(env: NodeJS.ProcessEnv): PrintQueue {
  const user = env.CUPS_USER ?? userInfo().username;

  async function ask(
    question: Pick<Parameters<typeof askIpp>[1], 'operation' | 'printer' | 'wanted' | 'whichJobs'>,
  ): Promise<readonly IppGroup[] | null> {
    try {
      const answer = await askIpp(addressOf(env.CUPS_SERVER), { ...question, user }, PATIENCE_MS);
      return succeeded(answer) ? answer.groups : null;
    } catch {
      return null;
    }
  }

  return {
    follows: true,
    refresh: async () => undefined,
    async look(printer) {
      const wanted = ['printer-state', 'printer-state-reasons', 'printer-is-accepting-jobs'];
      const [facts] = (await ask({ operation: 'getPrinterAttributes', printer, wanted })) ?? [];
      if (facts === undefined) return null;
      const stopped = facts.get('printer-state')?.[0] === PRINTER_STOPPED;
      const accepts = facts.get('printer-is-accepting-jobs')?.[0] !== false;
      const reasons = (facts.get('printer-state-reasons') ?? []).join(' ');
      return { accepts, stopped, health: queueHealth(!accepts || stopped, reasons) };
    },
    async job(printer, title) {
      const wanted = ['job-id', 'job-name', 'job-state'];
      const jobs = await ask({ operation: 'getJobs', printer, wanted, whichJobs: 'all' });
      if (jobs === null) return null;
      const own = jobs.filter((job) => job.get('job-name')?.[0] === title);
      const state = own.at(-1)?.get('job-state')?.[0];
      return jobStates[state as keyof typeof jobStates] ?? 'absent';
    },
  };
}

/** Why a queue stands still is in its reasons, such as `media-empty-error`. */
export function queueHealth(stopped: boolean, reasons: string): PrinterHealth {
  if (/media-empty|media-needed/.test(reasons)) return 'paper_out';
  if (/cover-open|door-open/.test(reasons)) return 'cover_open';
  if (stopped) return 'stopped';
  return /offline|shutdown/.test(reasons) ? 'offline' : 'ok';
}

/** As CUPS's own programs find it: a socket, a host with a port or without, else this computer. */
function addressOf(server: string | undefined): IppAddress {
  if (server?.startsWith('/')) return { socketPath: server };
  if (server) {
    const [host = 'localhost', port] = server.replace(/\/version=.*$/, '').split(':');
    return { host, port: Number(port ?? DEFAULT_PORT) };
  }
  const socketPath = SOCKETS.find((path) => existsSync(path));
  return socketPath === undefined ? { host: 'localhost', port: DEFAULT_PORT } : { socketPath };
}
