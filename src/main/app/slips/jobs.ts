import type { CheckedInput } from '../../../shared/contract';
import type { TokenId } from '../../../shared/model/ids';
import type { ListedPrintJob, PrintJob, PrintState } from '../../../shared/model/print-job';
import { targetOf } from '../../../shared/model/print-settings';
import type { Settings } from '../../../shared/model/settings';
import { fail, ok, type Result } from '../../../shared/result';
import type { Reading } from '../../store/store';
import type { Call } from '../call';
import { printFailed } from '../outside/printers';
import { newPrintJob } from '../run/new-job';
import { nobody, noToken, type Plan } from '../run/plan';
import { calendar } from '../time/calendar';

/**
 * One more slip for a token: marked as a duplicate, unless the one before surely did not come out, which is then tried
 * again. Errors: NOT_FOUND; UNAVAILABLE the station prints no slips.
 */
export async function reprintSlip(
  call: Call,
  { tokenId }: CheckedInput<'slips.reprint'>,
): Promise<Result<Plan<PrintJob>>> {
  const exists = (await call.environment.store.bookOfToken(tokenId)) !== undefined;
  if (!exists) return noToken(tokenId);
  return changeJobs(call, { tokens: [tokenId] }, (reading) => {
    const last = reading.printJobOfToken(tokenId);
    return last?.state === 'failed'
      ? tryAgain(last, last.station, reading.settings, call.now)
      : duplicate(call, last, tokenId, reading.settings);
  });
}

/** A failed slip is printed after all. Errors: NOT_FOUND; CONFLICT it has not failed; UNAVAILABLE no slips there. */
export async function retrySlip(
  call: Call,
  { jobId, station }: CheckedInput<'slips.retry'>,
): Promise<Result<Plan<PrintJob>>> {
  return changeJobs(call, { printJobs: [jobId] }, (reading) => {
    const job = reading.printJob(jobId);
    if (!job) return fail('NOT_FOUND', 'There is no such slip.', { jobId });
    if (job.state !== 'failed')
      return fail('CONFLICT', 'This slip has not failed.', { jobId, state: job.state });
    return tryAgain(job, station ?? job.station, reading.settings, call.now);
  });
}

/** Staff looked whether an unknown slip came out. Errors: NOT_FOUND; CONFLICT there was no doubt; UNAVAILABLE. */
export async function settleSlip(
  call: Call,
  { jobId, cameOut }: CheckedInput<'slips.settle'>,
): Promise<Result<Plan<PrintJob>>> {
  return changeJobs(call, { printJobs: [jobId] }, (reading) => {
    const job = reading.printJob(jobId);
    if (!job) return fail('NOT_FOUND', 'There is no such slip.', { jobId });
    if (job.state !== 'unknown')
      return fail('CONFLICT', 'What became of this slip is known.', { jobId, state: job.state });
    if (cameOut)
      return ok([{ ...job, state: 'sent', problem: null, updatedAt: Math.max(call.now, job.updatedAt) }]);
    return duplicate(call, job, job.tokenId, reading.settings);
  });
}

/** Today's jobs in these states, with whom they are for. */
export async function listSlips(call: Call, states: readonly PrintState[]): Promise<ListedPrintJob[]> {
  const { environment, today } = call;
  const { store } = environment;
  const doctors = new Map((await store.doctors()).map(({ id, name }) => [id, name]));
  const listed: ListedPrintJob[] = [];
  for (const job of await store.printJobsIn(states, startOfToday(call))) {
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
export function startOfToday({ today, settings }: Call): number {
  const { timeZone, dayStartsAtMinute } = settings.clinic;
  return calendar.instantOf(today, dayStartsAtMinute, timeZone);
}

/** The jobs that change, the one to answer last. */
type DecideJobs = (reading: Reading) => Result<readonly PrintJob[]>;

/** A command on print jobs alone. */
function changeJobs(
  { environment: { headless } }: Call,
  about: Pick<Plan<PrintJob>, 'tokens' | 'printJobs'>,
  decide: DecideJobs,
): Result<Plan<PrintJob>> {
  if (headless)
    return fail('UNAVAILABLE', 'This server has no printer; slips are printed at the reception PC.');
  return ok({
    books: [],
    ...about,
    decide: (_books, { reading }) => {
      const jobs = decide(reading);
      if (!jobs.ok) return jobs;
      const answer = jobs.value.at(-1);
      if (!answer) return fail('NOT_FOUND', 'No slip.');
      return ok({ decisions: [], about: nobody, also: { printJobs: jobs.value }, answer });
    },
  });
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
  return ok([{ ...job, ...afresh, station, way, updatedAt: Math.max(now, job.updatedAt) }]);
}

/** A new job that bears DUPLICATE; the one before has been answered, unless it is still on its way. */
function duplicate(
  { environment: { newId }, now }: Call,
  last: PrintJob | undefined,
  tokenId: TokenId,
  { clinic, print }: Settings,
): ReturnType<DecideJobs> {
  const { language = clinic.language, station = 'desk', kind = 'token' } = last ?? {};
  const copy = last === undefined ? 0 : last.copy + 1;
  const job = newPrintJob(print, now, { id: newId(), tokenId, language, station, kind, copy });
  if (!job) return printFailed('no_printer');
  const done = last?.state === 'sent' || last?.state === 'unknown';
  return ok(done ? [{ ...last, state: 'reprinted', updatedAt: Math.max(now, last.updatedAt) }, job] : [job]);
}
