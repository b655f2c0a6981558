import type { CheckedInput } from '../../../shared/contract';
import type { TokenId } from '../../../shared/model/ids';
import type { ListedPrintJob, PrintJob, PrintState } from '../../../shared/model/print-job';
import { targetOf } from '../../../shared/model/print-settings';
import type { Settings } from '../../../shared/model/settings';
import { fail, ok, type Result } from '../../../shared/result';
import type { History } from '../../store/store';
import { calendar } from '../day/calendar';
import { contextNow, type Environment } from '../environment';
import { stampOf } from '../run/command';
import { afterwards } from '../run/failures';
import { newPrintJob } from './new-job';
import { printFailed } from './printers';

/**
 * One more slip for a token: marked as a duplicate, unless the one before surely did not come out, which is then tried
 * again. Errors: NOT_FOUND; UNAVAILABLE the station prints no slips.
 */
export function reprintSlip(
  environment: Environment,
  { tokenId, requestId }: CheckedInput<'slips.reprint'>,
): Promise<Result<PrintJob>> {
  const stamp = stampOf('slips.reprint', { tokenId }, requestId);
  return changeJobs(environment, stamp, async (settings) => {
    const exists = (await environment.store.bookOfToken(tokenId)) !== undefined;
    return (history, now) => {
      if (!exists) return fail('NOT_FOUND', 'There is no such token.', { tokenId });
      const last = history.printJobOfToken(tokenId);
      if (last?.state === 'failed') return tryAgain(last, last.station, settings, now);
      return duplicate(environment, last, tokenId, settings, now);
    };
  });
}

/** A failed slip is printed after all. Errors: NOT_FOUND; CONFLICT it has not failed; UNAVAILABLE no slips there. */
export function retrySlip(
  environment: Environment,
  { jobId, station, requestId }: CheckedInput<'slips.retry'>,
): Promise<Result<PrintJob>> {
  const stamp = stampOf('slips.retry', { jobId, station }, requestId);
  return changeJobs(environment, stamp, async (settings) => (history, now) => {
    const job = history.printJob(jobId);
    if (!job) return fail('NOT_FOUND', 'There is no such slip.', { jobId });
    if (job.state !== 'failed')
      return fail('CONFLICT', 'This slip has not failed.', { jobId, state: job.state });
    return tryAgain(job, station ?? job.station, settings, now);
  });
}

/** Staff looked whether an unknown slip came out. Errors: NOT_FOUND; CONFLICT there was no doubt; UNAVAILABLE. */
export function settleSlip(
  environment: Environment,
  { jobId, cameOut, requestId }: CheckedInput<'slips.settle'>,
): Promise<Result<PrintJob>> {
  const stamp = stampOf('slips.settle', { jobId, cameOut }, requestId);
  return changeJobs(environment, stamp, async (settings) => (history, now) => {
    const job = history.printJob(jobId);
    if (!job) return fail('NOT_FOUND', 'There is no such slip.', { jobId });
    if (job.state !== 'unknown')
      return fail('CONFLICT', 'What became of this slip is known.', { jobId, state: job.state });
    if (cameOut) return ok([{ ...job, state: 'sent', problem: null, updatedAt: now }]);
    return duplicate(environment, job, job.tokenId, settings, now);
  });
}

/** Today's jobs in these states, with whom they are for. */
export async function listSlips(
  environment: Environment,
  states: readonly PrintState[],
): Promise<ListedPrintJob[]> {
  const { store } = environment;
  const { today } = await contextNow(environment);
  const doctors = new Map((await store.doctors()).map(({ id, name }) => [id, name]));
  const listed: ListedPrintJob[] = [];
  for (const job of await store.printJobsIn(states, await startOfToday(environment))) {
    const key = await store.bookOfToken(job.tokenId);
    const book = key && (await store.book(key, today));
    const token = book?.tokens.find(({ id }) => id === job.tokenId);
    if (!token) continue;
    const { number, patientName, serviceDay, doctorId } = token;
    listed.push({ job, number, patientName, serviceDay, doctorName: doctors.get(doctorId) ?? '' });
  }
  return listed;
}

/** When the service day began, for all that counts from then. */
export async function startOfToday(environment: Environment): Promise<number> {
  const { timeZone, dayStartsAtMinute } = (await environment.store.settings()).clinic;
  return calendar.instantOf((await contextNow(environment)).today, dayStartsAtMinute, timeZone);
}

/** The jobs that change, the one to answer last. */
type DecideJobs = (history: History, now: number) => Result<readonly PrintJob[]>;

/** One transaction over print jobs; afterwards every window hears of each. */
async function changeJobs(
  environment: Environment,
  request: ReturnType<typeof stampOf>,
  prepare: (settings: Settings) => Promise<DecideJobs>,
): Promise<Result<PrintJob>> {
  const { store, publish, headless } = environment;
  if (headless)
    return fail('UNAVAILABLE', 'This server has no printer; slips are printed at the reception PC.');
  const { today, now } = await contextNow(environment);
  const decide = await prepare(await store.settings());
  const commit = await store.transact<PrintJob>({ books: [], today, now, request }, (_books, history) => {
    const jobs = decide(history, now);
    if (!jobs.ok) return jobs;
    const answer = jobs.value.at(-1);
    return answer ? ok({ books: [], printJobs: jobs.value, answer }) : fail('NOT_FOUND', 'No slip.');
  });
  if (!commit.ok) return commit;
  for (const job of commit.value.printJobs ?? []) {
    await afterwards(environment, 'telling', () => publish({ type: 'printJobChanged', job }));
  }
  return ok(commit.value.answer);
}

/** Nothing came out of it: the same job, from the start. */
function tryAgain(
  job: PrintJob,
  station: PrintJob['station'],
  { print }: Settings,
  now: number,
): ReturnType<DecideJobs> {
  const { way } = targetOf(print, station);
  if (way === 'none') return printFailed('no_printer');
  const afresh = { state: 'queued', problem: null, attempts: 0, nextAttemptAt: null } as const;
  return ok([{ ...job, ...afresh, station, way, updatedAt: now }]);
}

/** A new job that bears DUPLICATE; the one before has been answered, unless it is still on its way. */
function duplicate(
  { newId }: Environment,
  last: PrintJob | undefined,
  tokenId: TokenId,
  { clinic, print }: Settings,
  now: number,
): ReturnType<DecideJobs> {
  const { language = clinic.language, station = 'desk', kind = 'token' } = last ?? {};
  const copy = last === undefined ? 0 : last.copy + 1;
  const job = newPrintJob(print, now, { id: newId(), tokenId, language, station, kind, copy });
  if (!job) return printFailed('no_printer');
  const done = last?.state === 'sent' || last?.state === 'unknown';
  return ok(done ? [{ ...last, state: 'reprinted', updatedAt: now }, job] : [job]);
}
