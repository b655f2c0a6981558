import type { PrintJobId } from '../../shared/model/ids';
import type { PrinterHealth, PrintJob, PrintProblem } from '../../shared/model/print-job';
import { type PrintTarget, targetOf } from '../../shared/model/print-settings';
import { fail, ok, type Result } from '../../shared/result';
import { theClock } from '../app/access/caller';
import { beginCall } from '../app/call';
import type { Environment } from '../app/environment';
import { Abandoned, healthBy, PrintFailure } from './failure';
import type { JobWatcher } from './follow-job';
import { type Lanes, laneOf } from './lanes';
import { orderOf } from './order';
import type { Deliver, Delivered, Rejoin } from './press';
import type { Timers } from './timers';

/** Between one attempt and the next. Then it is given up: a patient who waited longer has asked at the desk. */
const PAUSES_MS = [2_000, 5_000, 15_000, 60_000] as const;
const LONGEST_PAUSE_MS = Math.max(...PAUSES_MS);
/** After a job that could not be written down: the disk is full, or another hand took it. */
const REST_MS = 5_000;
/** Nothing mends these but staff. */
const hopeless: readonly PrintProblem[] = [
  'no_printer',
  'device_denied',
  'folder_denied',
  'not_a_device',
  'bad_paper',
  'outdated',
];

export interface OutboxParts {
  readonly deliver: Deliver;
  readonly rejoin: Rejoin;
  readonly lanes: Lanes;
  readonly timers: Timers;
  /** What a job told of its printer. */
  readonly heard: (target: PrintTarget, health: PrinterHealth) => void;
}

export interface Outbox {
  /** There may be new jobs. */
  wake(): void;
  /** Jobs left over from before: those to be printed are; one caught with the printer is `unknown`, never redone. */
  resume(): Promise<void>;
  /** Begins no more jobs; resolves when those begun are done. */
  stop(): Promise<void>;
}

/**
 * Works through the print jobs, oldest first, one at a time for each printer. A token never waits for paper: whatever
 * happens here, it stands, and the job says truly what became of its slip. `printing` is on disk before the first byte
 * leaves; a job that may have come out is never printed again by itself.
 */
export function createOutbox(environment: Environment, parts: OutboxParts): Outbox {
  const { store, log } = environment;
  const { deliver, rejoin, lanes, timers, heard } = parts;
  const inWork = new Map<PrintJobId, { readonly lane: string; readonly done: Promise<void> }>();
  const resting = new Set<() => void>();
  let scanning = false;
  let wanted = false;
  let stopped = false;
  let cancelAlarm = (): void => undefined;

  function wake(): void {
    wanted = true;
    if (scanning || stopped) return;
    scanning = true;
    void (async () => {
      while (wanted && !stopped) {
        wanted = false;
        await scan().catch((error: unknown) => log.error('outbox could not look for jobs', error));
      }
      scanning = false;
    })();
  }

  /** Begins every job that is due and whose printer is free; sets the alarm for the next that will be. */
  async function scan(): Promise<void> {
    const { print } = await store.settings();
    const now = environment.clock.now();
    const busy = new Set([...inWork.values()].map(({ lane }) => lane));
    let soonest = Number.POSITIVE_INFINITY;
    for (const job of await store.printJobsToPrint()) {
      if (inWork.has(job.id)) continue;
      const pause = pauseLeft(job, now);
      soonest = Math.min(soonest, pause || Number.POSITIVE_INFINITY);
      const target = targetOf(print, job.station);
      const lane = laneOf(target);
      if (pause > 0 || busy.has(lane)) continue;
      busy.add(lane);
      begin(job, target, attempt);
    }
    cancelAlarm();
    if (soonest < Number.POSITIVE_INFINITY) cancelAlarm = timers.after(soonest, wake);
  }

  /** One job's turn at its printer. */
  function begin(job: PrintJob, target: PrintTarget, work: typeof attempt): void {
    const lane = laneOf(target);
    const done = lanes
      .run(lane, () => work(job, target))
      .catch((error: unknown) => log.error('outbox stumbled', job.id, error))
      .finally(() => {
        inWork.delete(job.id);
        wake();
      });
    inWork.set(job.id, { lane, done });
  }

  /** One attempt at one job; never throws. */
  async function attempt(job: PrintJob, target: PrintTarget): Promise<void> {
    const attempts = job.attempts + 1;
    const { way } = target;
    let begun = false;
    const beforeFirstByte = async (): Promise<void> => {
      if (stopped) throw new Abandoned({ code: 'UNAVAILABLE', message: 'The app is ending.' });
      const printing = await change(job.id, isStill(job), { state: 'printing', attempts, way });
      if (!printing.ok) throw new Abandoned(printing.error);
      begun = true;
    };
    try {
      const order = await orderOf(environment, job);
      const delivered = await deliver(order, target, beforeFirstByte, watcherOf(job, target));
      heard(target, delivered.health ?? 'ok');
      await record(job, isPrinting, sent(delivered));
    } catch (error) {
      await came(error, job, target, { begun, attempts });
    }
  }

  /** What holds a slip up in its queue is written down, and told of its printer. */
  function watcherOf(job: PrintJob, target: PrintTarget): JobWatcher {
    return {
      hasLeft: () => stopped,
      async tell(problem) {
        heard(target, (problem && healthBy(problem)) ?? 'ok');
        await change(job.id, isPrinting, { problem });
      },
    };
  }

  /** What an attempt came to, if it did not come to an end in order. */
  async function came(
    error: unknown,
    job: PrintJob,
    target: PrintTarget,
    { begun, attempts }: { readonly begun: boolean; readonly attempts: number },
  ): Promise<void> {
    if (error instanceof Abandoned) return abandon(job, error);
    const failure = failureOf(error, begun);
    const health = healthBy(failure.problem);
    if (health !== undefined) heard(target, health);
    log.warn('slip did not print', job.id, failure.problem, failure.by ?? failure);
    const outcome = { ...failed(failure, attempts), attempts, way: target.way };
    await record(job, begun ? isPrinting : isStill(job), outcome);
  }

  /** A slip that was with the printer when the app ended: its queue may know of it, else nobody does. */
  async function takeUp(job: PrintJob, target: PrintTarget): Promise<void> {
    try {
      const delivered = await rejoin(job.id, target, watcherOf(job, target));
      const interrupted = { state: 'unknown', problem: 'interrupted' } as const;
      await record(job, isPrinting, delivered === null ? interrupted : sent(delivered));
    } catch (error) {
      await came(error, job, target, { begun: true, attempts: job.attempts });
    }
  }

  /** Changed by another hand, it is none of ours; if it could not be written down, it stays queued for later. */
  async function abandon({ id }: PrintJob, { reason }: Abandoned): Promise<void> {
    log.warn('slip was left alone', id, reason);
    if (reason.code !== 'CONFLICT') await rest();
  }

  function failed({ problem, mayHavePrinted }: PrintFailure, attempts: number): Partial<PrintJob> {
    if (mayHavePrinted) return { state: 'unknown', problem };
    const pause = hopeless.includes(problem) ? undefined : PAUSES_MS[attempts - 1];
    const nextAttemptAt = pause === undefined ? null : environment.clock.now() + pause;
    return { state: 'failed', problem, nextAttemptAt };
  }

  /** What became of a slip is true whether or not it can be written down just now: tried until it is. */
  async function record(job: PrintJob, isOurs: JobTest, outcome: Partial<PrintJob>): Promise<void> {
    for (;;) {
      const recorded = await change(job.id, isOurs, outcome);
      if (recorded.ok || recorded.error.code === 'CONFLICT' || stopped) return;
      log.error('outcome of a slip could not be saved', job.id, outcome.state, recorded.error);
      await rest();
    }
  }

  /** Changes a job that is still ours, durably. Errors: CONFLICT it is not; UNAVAILABLE. */
  async function change(id: PrintJobId, isOurs: JobTest, to: Partial<PrintJob>): Promise<Result<PrintJob>> {
    const { today, now } = await beginCall(environment, theClock);
    const commit = await store.transact<PrintJob>(
      { books: [], printJobs: [id], today, now },
      (_books, reading) => {
        const job = reading.printJob(id);
        if (!job || !isOurs(job)) return fail('CONFLICT', 'The job has changed meanwhile.');
        const cleared = { problem: null, nextAttemptAt: null };
        const changed: PrintJob = { ...job, ...cleared, ...to, updatedAt: Math.max(now, job.updatedAt) };
        return ok({ books: [], printJobs: [changed], answer: changed });
      },
    );
    return commit.ok ? ok(commit.value.answer) : commit;
  }

  function rest(): Promise<void> {
    if (stopped) return Promise.resolve();
    return new Promise((resolve) => {
      resting.add(resolve);
      timers.after(REST_MS, () => {
        resting.delete(resolve);
        resolve();
      });
    });
  }

  return {
    wake,
    async resume() {
      const { print } = await store.settings();
      for (const job of await store.printJobsIn(['printing'])) {
        const target = targetOf(print, job.station);
        if (job.way === 'system' && target.way === 'system') begin(job, target, takeUp);
        else await change(job.id, isPrinting, { state: 'unknown', problem: 'interrupted' });
      }
      wake();
    },
    async stop() {
      stopped = true;
      cancelAlarm();
      for (const stopResting of resting) stopResting();
      await Promise.all([...inWork.values()].map(({ done }) => done));
    },
  };
}

type JobTest = (job: PrintJob) => boolean;

const isPrinting: JobTest = ({ state }) => state === 'printing';

/**
 * Until its first byte leaves, a job is staff's as much as the outbox's: they may send it to another printer, or have it
 * tried anew, while an attempt of its own is under way. That attempt is then off.
 */
function isStill(taken: PrintJob): JobTest {
  return ({ state, station, attempts }) =>
    state === taken.state && station === taken.station && attempts === taken.attempts;
}

/** A defect of ours, once the job was begun, leaves open what came out. */
function failureOf(error: unknown, begun: boolean): PrintFailure {
  if (error instanceof PrintFailure) return error;
  return new PrintFailure(begun ? 'cut_off' : 'not_rendered', begun, error);
}

function sent({ printer, pdfPath }: Delivered): Partial<PrintJob> {
  return { state: 'sent', printer, pdfPath };
}

/** Milliseconds until a job is due; a clock that was set back must not make it wait longer than any pause. */
function pauseLeft({ nextAttemptAt }: PrintJob, now: number): number {
  const left = (nextAttemptAt ?? now) - now;
  return left > LONGEST_PAUSE_MS ? 0 : Math.max(0, left);
}
