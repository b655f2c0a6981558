import type { Book } from '../../../shared/model/book';
import type { TokenId } from '../../../shared/model/ids';
import type { Slot } from '../../../shared/model/slot';
import { type Instant, MINUTE } from '../../../shared/model/time';
import { type ActiveToken, isListed, type Token } from '../../../shared/model/token';
import type { Context } from '../context';
import { endOf, startOf } from '../timing';
import { waitingInOrder } from '../waiting';
import { afterWork, type Pause, workBetween } from './course';
import { freeAt } from './doctor';
import { classMean, type DoctorPace, showRate } from './pace';

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

/** Somebody who will be seen today, as far as one can tell. */
interface Job {
  readonly token: Token;
  readonly readyAt: Instant;
  /** Expected length of the consultation, milliseconds; less by the chance that nobody comes. */
  readonly workMs: number;
  /** R18, R19: emergencies, held back, with a seat, waiting list; lower first. */
  readonly group: 0 | 1 | 2 | 3;
  readonly slotStart: Instant;
  /** R18: the target of the fair order, milliseconds. */
  readonly targetMs: number;
  /** Within the group, where nothing else decides. */
  readonly order: number;
}

/** With more people than this their order is taken as it is now: nobody can tell what it will be in half a day. */
const PLAYED_FORWARD = 400;
/** Of those who come, how many come only after their slot has begun. */
const LATE_SHARE = 0.15;

/**
 * Plays the queue forward in the order of R18, each with the mean of their class, and those expected with a seat by
 * the chance that they come.
 */
export function projectTurns(
  book: Book,
  context: Context,
  doctor: DoctorPace,
  planned: number,
  awayUntil?: Instant,
): Map<TokenId, Turn> {
  const turns = new Map<TokenId, Turn>();
  const jobs = collectJobs(book, context, doctor, planned);
  const { notBefore, restMs, pauses } = freeAt(book, context.now, doctor, planned, awayUntil);
  let at = afterWork(pauses, notBefore, restMs);
  const fixed = jobs.length > PLAYED_FORWARD;
  if (fixed) jobs.sort((a, b) => compare(b, a, at, context));
  while (jobs.length > 0) {
    const job = fixed ? jobs.pop() : takeNext(jobs, at, context);
    if (!job) break;
    if (job.readyAt > at) at = afterWork(pauses, job.readyAt, 0);
    const readyAt = Math.max(job.readyAt, context.now);
    const base = afterWork(pauses, Math.max(readyAt, notBefore), 0);
    const queueMs = workBetween(pauses, base, at);
    turns.set(job.token.id, { base, queueMs, idleMs: at - readyAt - queueMs, pauses });
    at = afterWork(pauses, at, job.workMs);
  }
  return turns;
}

/** Takes out who is called at `at`: the best of those here, else whoever comes first. */
function takeNext(jobs: Job[], at: number, context: Context): Job | undefined {
  let best = 0;
  for (let index = 1; index < jobs.length; index += 1) {
    const job = jobs[index];
    const other = jobs[best];
    if (job && other && compare(job, other, at, context) < 0) best = index;
  }
  return jobs.splice(best, 1)[0];
}

function compare(a: Job, b: Job, at: Instant, { rules }: Context): number {
  const aHere = a.readyAt <= at;
  const bHere = b.readyAt <= at;
  if (!aHere || !bHere) {
    if (aHere !== bHere) return aHere ? -1 : 1;
    return a.readyAt - b.readyAt || a.group - b.group || a.order - b.order;
  }
  if (a.group !== b.group || a.group !== 2) return a.group - b.group || a.order - b.order;
  const fair = rules.callOrder === 'fair';
  const aBegun = fair && a.slotStart <= at;
  const bBegun = fair && b.slotStart <= at;
  if (aBegun && bBegun) return score(b, at) - score(a, at) || a.targetMs - b.targetMs || a.order - b.order;
  if (aBegun !== bBegun) return aBegun ? -1 : 1;
  return a.slotStart - b.slotStart || a.token.priority - b.token.priority || a.order - b.order;
}

function score({ readyAt, slotStart, targetMs }: Job, at: Instant): number {
  return (at - Math.max(readyAt, slotStart)) / targetMs;
}

function collectJobs(book: Book, context: Context, doctor: DoctorPace, planned: number): Job[] {
  const slots = new Map(book.slots.map((slot) => [slot.id, slot]));
  const listPlace = new Map(
    waitingInOrder(book.tokens, context).map((token, index) => [token.id, index] as const),
  );
  const jobs: Job[] = [];
  for (const token of book.tokens) {
    const workMs = classMean(doctor, token.source, planned) * MINUTE;
    const base = { token, workMs, targetMs: targetMs(token, context) };
    if (isListed(token)) {
      jobs.push({ ...base, ...listedJob(token, book, context, listPlace.get(token.id) ?? 0) });
    } else if (token.status === 'active') {
      const job = seatedJob(token, slots.get(token.slotId), context);
      if (!job) continue;
      const chance = token.checkedInAt === null ? chanceToCome(doctor, context.now - job.slotStart) : 1;
      jobs.push({ ...base, ...job, workMs: workMs * chance });
    }
  }
  return jobs;
}

function listedJob(
  token: Token,
  book: Book,
  { now }: Context,
  place: number,
): Pick<Job, 'readyAt' | 'group' | 'slotStart' | 'order'> {
  const here = token.checkedInAt !== null;
  const emergency = token.source === 'emergency' && here;
  // Nobody can say when somebody at home and without a seat will come: after everyone else.
  const readyAt = here ? (token.checkedInAt ?? now) : Math.max(now, ...book.slots.map(endOf));
  return { readyAt, group: emergency ? 0 : 3, slotStart: 0, order: emergency ? readyAt : place };
}

function seatedJob(
  token: ActiveToken,
  slot: Slot | undefined,
  { now }: Context,
): Pick<Job, 'readyAt' | 'group' | 'slotStart' | 'order'> | undefined {
  const slotStart = slot ? startOf(slot) : 0;
  const readyAt = token.checkedInAt ?? Math.max(now, slotStart);
  if (token.stage === 'called' || token.stage === 'in_consultation') return undefined;
  if (token.source === 'emergency') return { readyAt, group: 0, slotStart, order: readyAt };
  if (token.stage === 'on_hold') return { readyAt, group: 1, slotStart, order: token.heldAtCall ?? 0 };
  return { readyAt, group: 2, slotStart, order: readyAt + token.sequence / 1e4 };
}

/** The chance that somebody with a seat, not here `lateMs` after the slot began, still comes (Bayes). */
function chanceToCome(doctor: DoctorPace, lateMs: number): number {
  const rate = Math.min(1, showRate(doctor));
  if (lateMs <= 0) return rate;
  const late = rate * LATE_SHARE;
  return late / (late + 1 - rate || 1);
}

function targetMs(token: Token, { rules }: Context): number {
  return (token.source === 'emergency' ? 1 : rules.targetMinutes[token.source]) * MINUTE;
}
