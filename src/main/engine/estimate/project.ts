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
 * seat by the chance that they come. Gives them one after the other: who asks for one of them plays no further.
 */
export function* playTurns(
  book: Book,
  context: Context,
  doctor: DoctorPace,
  planned: number,
  promotions: ReadonlyMap<TokenId, Promotion>,
  awayUntil?: Instant,
): Generator<readonly [TokenId, Turn]> {
  const { notBefore, restMs, pauses } = freeAt(book, context.now, doctor, planned, awayUntil);
  let at = afterWork(pauses, notBefore, restMs);
  let calls = 0;
  const line = lineOf(collectJobs(book, context, doctor, planned, promotions), { at, calls }, context);
  for (;;) {
    const job = line({ at, calls });
    if (!job) return;
    if (job.readyAt > at) at = afterWork(pauses, job.readyAt, 0);
    const readyAt = Math.max(job.readyAt, context.now);
    const base = afterWork(pauses, Math.max(readyAt, notBefore), 0);
    const queueMs = workBetween(pauses, base, at);
    yield [job.token.id, { base, queueMs, idleMs: at - readyAt - queueMs, pauses }];
    at = afterWork(pauses, at, job.workMs * job.chance);
    // R19: a call of somebody held back counts for nobody.
    if (job.group !== groups.held) calls += job.chance;
  }
}

/** Takes out who is called at a moment. */
type Line = (moment: Moment) => Job | undefined;

/** All of the line, as far as its order changes while the day goes on; whose place in it does not are sorted once. */
function lineOf(jobs: Job[], begin: Moment, context: Context): Line {
  if (jobs.length > PLAYED_FORWARD) {
    jobs.sort((a, b) => compareJobs(b, a, begin, context));
    return () => jobs.pop();
  }
  const moving = jobs.filter((job) => !isAtEnd(job, context));
  const end = jobs.filter((job) => isAtEnd(job, context));
  end.sort((a, b) => compareJobs(b, a, begin, context));
  return (moment) => {
    const best = bestOf(moving, moment, context);
    const job = moving[best];
    const last = end.at(-1);
    if (!job || (last && compareJobs(last, job, moment, context) < 0)) return end.pop();
    return moving.splice(best, 1)[0];
  };
}

/** Here, on the list, and nowhere else for as long as one can tell: among such the order never changes. */
function isAtEnd({ group, seatAt, token, readyAt }: Job, { now }: Context): boolean {
  return group === groups.list && seatAt === Infinity && token.checkedInAt !== null && readyAt <= now;
}

/** Who is called at that moment: the best of those here, else whoever comes first. */
function bestOf(jobs: readonly Job[], moment: Moment, context: Context): number {
  let best = 0;
  for (let index = 1; index < jobs.length; index += 1) {
    const job = jobs[index];
    const other = jobs[best];
    if (job && other && compareJobs(job, other, moment, context) < 0) best = index;
  }
  return best;
}
