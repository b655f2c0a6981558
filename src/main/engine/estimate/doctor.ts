import type { Book } from '../../../shared/model/book';
import { type Instant, MINUTE } from '../../../shared/model/time';
import type { Token } from '../../../shared/model/token';
import { startOf } from '../timing';
import { endOfPause, type Pause, pausesOf } from './course';
import { classMean, type DoctorPace, minutesUntilStart, squaredVariation } from './pace';

export interface DoctorFree {
  /** Nobody is called before: the doctor's first slot, or the end of a break. */
  readonly notBefore: Instant;
  /** What is expected to pass after that until the next call: the rest of a consultation, a late beginning. */
  readonly restMs: number;
  /** Still to come, in time order. */
  readonly pauses: readonly Pause[];
}

/**
 * The residual of the formula: while somebody is in the room m(1 + CV²)/2, the mean rest of a consultation met at
 * random (Kleinrock, Queueing Systems I, 1975, section 5.2); else the time until the doctor starts. `awayUntil`: the
 * doctor said so.
 */
export function freeAt(
  book: Book,
  now: Instant,
  doctor: DoctorPace,
  planned: number,
  awayUntil: Instant = now,
): DoctorFree {
  const free = freeByBook(book, now, doctor, planned);
  return awayUntil > free.notBefore ? { ...free, notBefore: awayUntil } : free;
}

function freeByBook(book: Book, now: Instant, doctor: DoctorPace, planned: number): DoctorFree {
  const pauses = pausesOf(book);
  const begun = lastSign(book.tokens);
  if (begun === undefined) return { ...start(book, now, doctor), pauses };
  const left = pauses.filter((pause) => !isTaken(pause, book.tokens));
  // The doctor works through the hour of a pause, and takes it afterwards.
  const ahead = left.map(({ at, lengthMs }) => ({ at: Math.max(at, now), lengthMs }));
  const inside = book.tokens.find((token) => isActiveIn(token, 'in_consultation'));
  if (inside) return { notBefore: now, restMs: residualMs(doctor, inside, planned), pauses: ahead };
  const called = book.tokens.find((token) => isActiveIn(token, 'called'));
  if (called) {
    return { notBefore: now, restMs: classMean(doctor, called.source, planned) * MINUTE, pauses: ahead };
  }
  return onBreak(now, begun, left);
}

export function residualMs(doctor: DoctorPace, inside: Pick<Token, 'source'>, planned: number): number {
  const mean = classMean(doctor, inside.source, planned) * MINUTE;
  return (mean * (1 + squaredVariation(doctor))) / 2;
}

/** Nobody has been called yet today. */
function start(book: Book, now: Instant, doctor: DoctorPace): Omit<DoctorFree, 'pauses'> {
  const open = book.slots.filter((slot) => slot.status === 'open').map(startOf);
  const begins = open.length === 0 ? now : Math.min(...open);
  const untilStart = minutesUntilStart(doctor, (now - begins) / MINUTE) * MINUTE;
  const notBefore = Math.max(now, begins);
  return { notBefore, restMs: open.length === 0 ? 0 : Math.max(0, now + untilStart - notBefore) };
}

/** Nobody in the room after the hour of the break: it began then, or when the last patient left. */
function onBreak(now: Instant, lastSeen: Instant, left: readonly Pause[]): DoctorFree {
  const [due, ...later] = left;
  if (!due || due.at > now) return { notBefore: now, restMs: 0, pauses: left };
  return { notBefore: Math.max(now, endOfPause(due, lastSeen)), restMs: 0, pauses: later };
}

/** A consultation that began after the hour of the break began after the break. */
function isTaken(pause: Pause, tokens: readonly Token[]): boolean {
  return tokens.some((token) => (startedAt(token) ?? 0) > pause.at);
}

/** When the doctor was last seen at work today; undefined: not yet. */
function lastSign(tokens: readonly Token[]): Instant | undefined {
  let last: Instant | undefined;
  for (const token of tokens) {
    const sign = token.status === 'served' ? token.servedAt : (startedAt(token) ?? calledAt(token));
    if (sign !== null && (last === undefined || sign > last)) last = sign;
  }
  return last;
}

function startedAt(token: Token): Instant | null {
  return token.status === 'active' || token.status === 'served' ? token.startedAt : null;
}
function calledAt(token: Token): Instant | null {
  return token.status === 'active' ? token.calledAt : null;
}

function isActiveIn(token: Token, stage: 'called' | 'in_consultation'): boolean {
  return token.status === 'active' && token.stage === stage;
}
