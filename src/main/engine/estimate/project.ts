import type { Book } from '../../../shared/model/book';
import type { TokenId } from '../../../shared/model/ids';
import type { Instant } from '../../../shared/model/time';
import type { Context } from '../context';
import { afterWork, type Pause, workBetween } from './course';
import { freeAt } from './doctor';
import { collectJobs, groups } from './jobs';
import { lineOf } from './line';
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
