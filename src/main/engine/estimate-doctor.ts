import type { Book } from '../../shared/model/book';
import { type Instant, MINUTE } from '../../shared/model/time';
import type { Token } from '../../shared/model/token';
import { classMean, type DoctorPace, minutesUntilStart, squaredVariation } from './estimate-pace';
import { bySlotTime, endOf, startOf } from './timing';

/** A stretch between two slots in which the doctor sees nobody. */
export interface Pause {
  readonly at: Instant;
  readonly lengthMs: number;
}

export interface DoctorFree {
  /** When the doctor can call the next patient. */
  readonly at: Instant;
  /** Still to come, in time order. */
  readonly pauses: readonly Pause[];
}

/**
 * The residual of the formula: while somebody is in the room m(1 + CV²)/2, the mean rest of a consultation met at
 * random (Kleinrock, Queueing Systems I, 1975, section 5.2); else the time until the doctor starts.
 */
export function freeAt(book: Book, now: Instant, doctor: DoctorPace, planned: number): DoctorFree {
  const pauses = pausesOf(book);
  const begun = lastSign(book.tokens);
  if (begun === undefined) return { at: now + startMs(book, now, doctor), pauses };
  const left = pauses.filter((pause) => !isTaken(pause, book.tokens));
  const inside = book.tokens.find((token) => isActiveIn(token, 'in_consultation'));
  if (inside) return { at: now + residualMs(doctor, inside, planned), pauses: left };
  const called = book.tokens.find((token) => isActiveIn(token, 'called'));
  if (called) return { at: now + classMean(doctor, called.source, planned) * MINUTE, pauses: left };
  return onBreak(now, begun, left);
}

export function residualMs(doctor: DoctorPace, inside: Pick<Token, 'source'>, planned: number): number {
  const mean = classMean(doctor, inside.source, planned) * MINUTE;
  return (mean * (1 + squaredVariation(doctor))) / 2;
}

/** Nobody has been called yet today. */
function startMs(book: Book, now: Instant, doctor: DoctorPace): number {
  const open = book.slots.filter((slot) => slot.status === 'open').map(startOf);
  if (open.length === 0) return 0;
  return minutesUntilStart(doctor, (now - Math.min(...open)) / MINUTE) * MINUTE;
}

/** Nobody in the room after the hour of the break: it began then, or when the last patient left. */
function onBreak(now: Instant, lastSeen: Instant, left: readonly Pause[]): DoctorFree {
  const [due, ...later] = left;
  if (!due || due.at > now) return { at: now, pauses: left };
  return { at: Math.max(now, Math.max(due.at, lastSeen) + due.lengthMs), pauses: later };
}

/** The gaps between the slots, by the doctor's real times (R22). */
function pausesOf({ slots }: Book): Pause[] {
  const inOrder = slots.filter((slot) => slot.status === 'open').sort(bySlotTime);
  return inOrder.flatMap((slot, index) => {
    const next = inOrder[index + 1];
    const lengthMs = next ? startOf(next) - endOf(slot) : 0;
    return lengthMs > 0 ? [{ at: endOf(slot), lengthMs }] : [];
  });
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
