import { copyFileSync, existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Caller } from '../../src/main/app/access/caller';
import { createApp } from '../../src/main/app/app';
import type { Environment } from '../../src/main/app/environment';
import type { PrintQueue } from '../../src/main/print/cups-queue';
import type { Patience } from '../../src/main/print/network-printer';
import type { Outbox } from '../../src/main/print/outbox';
import type { Picture } from '../../src/main/print/picture';
import type { RenderSlip, SlipOrder } from '../../src/main/print/press';
import { createPrintRoom, type PrintRoom } from '../../src/main/print/print-room';
import type { Timers } from '../../src/main/print/timers';
import type { CallInput } from '../../src/shared/contract';
import type { PrintJob, PrintState, SystemPrinter } from '../../src/shared/model/print-job';
import type { PrintTarget } from '../../src/shared/model/print-settings';
import { printTargetSchema } from '../../src/shared/model/print-settings';
import { noWindows, openClinic, staff, type TestClinic, temporaryFolder, unwrap } from '../helpers/clinic';
import { type Behaviour, type EscPosPrinter, startEscPosPrinter } from '../helpers/escpos-printer';

/** As the app's, but for tests: short where a test waits for the end of it. */
export const shortPatience: Patience = { connect: 2_000, status: 500, stall: 300, goodbye: 300 };

/** A picture with something in every corner; each slip has its own. */
export function testPicture(width: number, height = 300, seed = 1): Picture {
  const data = new Uint8Array(width * height * 4).fill(255);
  let state = seed;
  for (let dot = 0; dot < width * height; dot += 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const corner = dot === 0 || dot === width - 1 || dot >= width * height - 1;
    if (corner || state % 3 === 0) data.fill(0, dot * 4, dot * 4 + 3);
  }
  return { width, height, data };
}

/** Timers that a test lets run out by itself. */
interface HandTimers extends Timers {
  readonly pending: readonly number[];
  runOut(): void;
  /** Resolves once one is set. */
  armed(): Promise<void>;
}

/** None of them runs out unless told to. */
function handTimers(): HandTimers {
  const waiting = new Set<() => void>();
  const set = new Map<object, { readonly milliseconds: number; readonly run: () => void }>();
  return {
    after(milliseconds, run) {
      const key = {};
      set.set(key, { milliseconds, run });
      for (const tell of waiting) tell();
      waiting.clear();
      return () => set.delete(key);
    },
    get pending() {
      return [...set.values()].map(({ milliseconds }) => milliseconds);
    },
    armed: () =>
      new Promise((resolve) => {
        if (set.size > 0) resolve();
        else waiting.add(resolve);
      }),
    runOut() {
      const due = [...set.values()];
      set.clear();
      for (const { run } of due) run();
    },
  };
}

export interface TestRoom {
  readonly clinic: TestClinic;
  readonly room: PrintRoom;
  readonly outbox: Outbox;
  readonly timers: HandTimers;
  /** Slips that were laid out, in order. */
  readonly orders: SlipOrder[];
  readonly folder: string;
  call: TestClinic['app']['call'];
  /** Sets the desk's printer, and the kiosk's if given. */
  setTargets(desk: Partial<PrintTarget>, kiosk?: Partial<PrintTarget>): Promise<void>;
  issue(input?: Partial<CallInput<'tokens.issue'>>, caller?: Caller): Promise<PrintJob>;
  job(of: Pick<PrintJob, 'id'>): Promise<PrintJob>;
  /** The job once it is in this state, after so many attempts if it matters. */
  jobIn(of: Pick<PrintJob, 'id'>, state: PrintState, attempts?: number): Promise<PrintJob>;
  /** Waits for a pause to begin and lets it run out: the clock goes on by it. */
  passPause(): Promise<void>;
}

interface RoomOptions {
  readonly path?: string;
  readonly render?: RenderSlip;
  readonly systemPrinters?: () => readonly SystemPrinter[] | Promise<readonly SystemPrinter[]>;
  /** Default: one that says nothing. */
  readonly queue?: PrintQueue;
  readonly patience?: Partial<Patience>;
  /** Jobs of before are left alone until the test says so. */
  readonly asleep?: boolean;
}

/** The database as a power cut at this moment would leave it: what is on the disk, in a place of its own. */
export function afterPowerCut(path: string): string {
  const copy = join(temporaryFolder(), basename(path));
  for (const ending of ['', '-wal']) {
    if (existsSync(path + ending)) copyFileSync(path + ending, copy + ending);
  }
  return copy;
}

/** The whole print room on a real database, with pictures in place of pages. */
export async function openPrintRoom(options: RoomOptions = {}): Promise<TestRoom> {
  const folder = temporaryFolder();
  const timers = handTimers();
  const orders: SlipOrder[] = [];
  const watchers = new Set<(job: PrintJob) => void>();
  const draw: RenderSlip = (order, _paper, use) => {
    orders.push(order);
    return use({
      heightMm: 120,
      picture: async (dots) => testPicture(dots, 300, orders.length),
      pdf: async () => new TextEncoder().encode('%PDF- a slip'),
      print: async () => undefined,
    });
  };
  const hear: Environment['publish'] = (event) => {
    if (event.type !== 'printJobChanged') return;
    if (event.job.state === 'queued' && !options.asleep) outbox.wake();
    for (const watch of watchers) watch(event.job);
  };
  const clinic = await openClinic({
    publish: hear,
    ...(options.path !== undefined && { path: options.path }),
  });
  const { store, log, publish } = clinic.environment;
  const room = createPrintRoom(
    { store, publish, log },
    {
      render: options.render ?? draw,
      systemPrinters: async () => options.systemPrinters?.() ?? [],
      ...(options.queue && { queue: options.queue }),
      folder,
      patience: { ...shortPatience, ...options.patience },
      timers,
    },
  );
  const environment = { ...clinic.environment, printers: room.printers };
  const outbox = room.outbox(environment);
  const app = createApp(environment, noWindows);
  onTestFinished(() => outbox.stop());

  const job: TestRoom['job'] = async ({ id }) => {
    const found = await store.printJob(id);
    if (!found) throw new Error('No such job.');
    return found;
  };
  let people = 0;
  return {
    clinic,
    room,
    outbox,
    timers,
    orders,
    folder,
    call: app.call,
    job,
    async setTargets(desk, kiosk) {
      const targets = {
        desk: printTargetSchema.parse(desk),
        kiosk: kiosk ? printTargetSchema.parse(kiosk) : null,
      };
      unwrap(await app.call('settings.change', { print: targets }, staff));
    },
    async issue(input = {}, caller = staff) {
      people += 1;
      const patient = {
        doctorId: clinic.doctorIds[0] ?? '',
        source: 'walk_in',
        patientName: `Patient ${people}`,
        patientContact: `90000${String(people).padStart(5, '0')}`,
        ...input,
      } as const;
      const { token } = unwrap(await app.call('tokens.issue', patient, caller));
      return unwrap(await app.call('slips.job', { tokenId: token.id }, staff));
    },
    jobIn: (of, state, attempts) =>
      new Promise((resolve) => {
        const check = (changed: PrintJob): void => {
          if (changed.id !== of.id || changed.state !== state) return;
          if (attempts !== undefined && changed.attempts !== attempts) return;
          watchers.delete(check);
          resolve(changed);
        };
        watchers.add(check);
        void job(of).then(check);
      }),
    async passPause() {
      await timers.armed();
      const longest = Math.max(0, ...timers.pending.filter((milliseconds) => milliseconds <= 60_000));
      clinic.clock.setTo(clinic.clock.now() + longest);
      timers.runOut();
    },
  };
}

/** A simulated printer that goes with the test. */
export async function printerForTest(behaviour: Partial<Behaviour> = {}): Promise<EscPosPrinter> {
  const printer = await startEscPosPrinter(behaviour);
  onTestFinished(() => printer.unplug());
  return printer;
}

export function networkTarget(printer: EscPosPrinter, more: Partial<PrintTarget> = {}): Partial<PrintTarget> {
  return { way: 'network', host: '127.0.0.1', port: printer.port, ...more };
}
