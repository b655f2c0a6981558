import type { Book } from '../../../shared/model/book';
import type { TokenId } from '../../../shared/model/ids';
import type { Instant } from '../../../shared/model/time';
import type { Context } from '../context';
import { afterWork, type Pause, workBetween } from './course';
import { freeAt } from './doctor';
import { collectJobs, groups, type Job } from './jobs';
import { compareJobs, type Moment } from './order';
import type { DoctorPace } from './pace';
import type { Promotion } from './promotion';

/** When somebody's turn would come if nobody unforeseen came in between. */
export interface Turn {
  /** It cannot come before: the patient is here or due, and the doctor at work. Until then nothing is uncertain. */
  readonly base: Instant;
  /** The queue's part: what the doctor has to do from then on before this turn. */
  readonly queueMs: number;
  /** How long nobody is seen before this turn, with the patient here: others may come meanwhile. */
  readonly idleMs: number;
  /** Stretches in which nobody is seen. */
  readonly pauses: readonly Pause[];
}

/** With more people than this their order is taken as it is now: nobody can tell what it will be in half a day. */
const PLAYED_FORWARD = 400;

/**
 * Plays the queue forward in the order of R18 and R19, each with the mean of their class, and those expected with a
 * seat by the chance that they come.
 */
export function projectTurns(
  book: Book,
  context: Context,
  doctor: DoctorPace,
  planned: number,
  promotions: ReadonlyMap<TokenId, Promotion>,
  awayUntil?: Instant,
): Map<TokenId, Turn> {
  const turns = new Map<TokenId, Turn>();
  const jobs = collectJobs(book, context, doctor, planned, promotions);
  const { notBefore, restMs, pauses } = freeAt(book, context.now, doctor, planned, awayUntil);
  let at = afterWork(pauses, notBefore, restMs);
  let calls = 0;
  const fixed = jobs.length > PLAYED_FORWARD;
  if (fixed) jobs.sort((a, b) => compareJobs(b, a, { at, calls }, context));
  while (jobs.length > 0) {
    const job = fixed ? jobs.pop() : takeNext(jobs, { at, calls }, context);
    if (!job) break;
    if (job.readyAt > at) at = afterWork(pauses, job.readyAt, 0);
    const readyAt = Math.max(job.readyAt, context.now);
    const base = afterWork(pauses, Math.max(readyAt, notBefore), 0);
    const queueMs = workBetween(pauses, base, at);
    turns.set(job.token.id, { base, queueMs, idleMs: at - readyAt - queueMs, pauses });
    at = afterWork(pauses, at, job.workMs * job.chance);
    // R19: a call of somebody held back counts for nobody.
    if (job.group !== groups.held) calls += job.chance;
  }
  return turns;
}

/** Takes out who is called at that moment: the best of those here, else whoever comes first. */
function takeNext(jobs: Job[], moment: Moment, context: Context): Job | undefined {
  let best = 0;
  for (let index = 1; index < jobs.length; index += 1) {
    const job = jobs[index];
    const other = jobs[best];
    if (job && other && compareJobs(job, other, moment, context) < 0) best = index;
  }
  return jobs.splice(best, 1)[0];
}
