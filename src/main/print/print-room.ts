import type { PrinterHealth, SystemPrinter } from '../../shared/model/print-job';
import { type PrintTarget, stations, targetOf } from '../../shared/model/print-settings';
import { ok, type Result } from '../../shared/result';
import type { Environment } from '../app/environment';
import { CARDS_FOLDER, type Printers, printFailed } from '../app/outside/printers';
import { type PrintQueue, silentQueue } from './cups-queue';
import { lookAtDevice } from './device-printer';
import { healthBy, PrintFailure } from './failure';
import type { JobWatcher } from './follow-job';
import { createHealth, type Health } from './health';
import { createLanes, laneOf } from './lanes';
import { askNetworkPrinter, type Patience } from './network-printer';
import { createOutbox, type Outbox } from './outbox';
import {
  chosenPrinter,
  createPress,
  type Delivered,
  inWords,
  type RenderSlip,
  type SlipOrder,
} from './press';
import { type Timers, within } from './timers';

const POLL_CONNECT_MS = 2_000;

const listTooLate = (): PrintFailure =>
  new PrintFailure('offline', false, new Error('The system does not list its printers.'));

/** Somebody stands before the printer: what holds it up is said at once. */
const onlyNow: JobWatcher = {
  tell: async (problem) => {
    if (problem !== null) throw new PrintFailure(problem, true);
  },
  hasLeft: () => false,
};

export interface PrintRoomParts {
  readonly render: RenderSlip;
  readonly systemPrinters: () => Promise<readonly SystemPrinter[]>;
  /** Default: one that says nothing. */
  readonly queue?: PrintQueue;
  /** PDFs go here, a folder a service day. */
  readonly folder: string;
  readonly patience: Patience;
  readonly timers: Timers;
}

export interface PrintRoom {
  readonly printers: Printers;
  readonly health: Health;
  /** The worker on this environment's jobs, asleep until it is told to resume. */
  outbox(environment: Environment): Outbox;
}

/** All that prints: the ways out, one lane a printer, their health, and the outbox on top. */
export function createPrintRoom(
  { store, publish, log }: Pick<Environment, 'store' | 'publish' | 'log'>,
  { render, systemPrinters: listed, queue = silentQueue, folder, patience, timers }: PrintRoomParts,
): PrintRoom {
  // A spooler that hangs may never answer: then the slips of its printers fail, and are tried again.
  const systemPrinters = (): ReturnType<typeof listed> => within(patience.stall, listed(), listTooLate);
  const lanes = createLanes();
  // Windows ask for it with every slip, and the system takes its time.
  let standard: string | null | undefined;
  const { deliver, rejoin } = createPress({ render, systemPrinters, queue, folder, patience });

  async function ask(target: PrintTarget): Promise<PrinterHealth> {
    switch (target.way) {
      case 'system': {
        const printers = await systemPrinters().catch(() => null);
        if (printers === null) return 'unknown';
        const name = chosenPrinter(printers, target.printer);
        if (target.printer === null) standard = name ?? null;
        if (name === undefined) return target.printer === null ? 'none' : 'offline';
        const asked = await queue.look(name);
        return asked?.health ?? printers.find((printer) => printer.name === name)?.health ?? 'unknown';
      }
      case 'network':
        return target.host === '' ? 'none' : askOverNetwork(target);
      case 'device':
        if (target.device === '') return 'none';
        if (process.platform !== 'win32') return lookAtDevice(target.device);
        return (await queue.look(target.device))?.health ?? 'unknown';
      case 'pdf':
        return 'ok';
      case 'none':
        return 'none';
    }
  }

  async function askOverNetwork(target: PrintTarget): Promise<PrinterHealth> {
    try {
      // A slip may be waiting behind this question.
      const connect = Math.min(patience.connect, POLL_CONNECT_MS);
      const { problem } = await askNetworkPrinter(target, { ...patience, connect });
      return problem === null ? 'ok' : (healthBy(problem) ?? 'offline');
    } catch (error) {
      if (error instanceof PrintFailure) return 'offline';
      throw error;
    }
  }

  const health = createHealth({
    targets: async () => {
      const { print } = await store.settings();
      return stations.map((station) => targetOf(print, station));
    },
    ask,
    lanes,
    timers,
    log,
    changed: () => publish({ type: 'printersChanged' }),
  });

  const printers: Printers = {
    async list() {
      await queue.refresh();
      return systemPrinters().catch(() => []);
    },
    async look(target) {
      const isStandard = target.way === 'system' && target.printer === null;
      if (isStandard && standard === undefined) await ask(target);
      return { name: isStandard ? (standard ?? null) : inWords(target), health: health.of(target) };
    },
    test: (station, target, language) =>
      printNow(
        { subject: { kind: 'sample' }, station, language, serviceDay: 'test', fileName: 'test' },
        target,
      ),
    blank: ({ doctorId, number }, target, language) => {
      const subject = { kind: 'blank', doctorId, number } as const;
      const fileName = `blank-${number}`;
      return printNow({ subject, station: 'desk', language, serviceDay: 'blanks', fileName }, target);
    },
    card: ({ tokenId, patientId }, target, language) => {
      const subject = { kind: 'card', tokenId } as const;
      const fileName = `card-${patientId}`;
      return printNow({ subject, station: 'desk', language, serviceDay: CARDS_FOLDER, fileName }, target);
    },
  };

  /** Of what is no job: it is said at once if it does not come out, and not tried again by itself. */
  async function printNow(order: SlipOrder, target: PrintTarget): Promise<Result<Delivered>> {
    try {
      return ok(
        await lanes.run(laneOf(target), () => deliver(order, target, () => Promise.resolve(), onlyNow)),
      );
    } catch (error) {
      log.warn(`${order.subject.kind} did not print`, target.way, error);
      return printFailed(error instanceof PrintFailure ? error.problem : 'not_rendered');
    }
  }

  return {
    printers,
    health,
    outbox: (environment) =>
      createOutbox(environment, { deliver, rejoin, lanes, timers, heard: health.heard }),
  };
}
