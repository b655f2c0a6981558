import type { Book } from '../../shared/model/book';
import type { TokenId } from '../../shared/model/ids';
import { defaultRules } from '../../shared/model/settings';
import { MAX_CAPACITY } from '../../shared/model/slot';
import { MINUTE } from '../../shared/model/time';
import type { Result } from '../../shared/result';
import { type Context, type Decision, doctorQueue, issue, serve, start, transfer } from '../engine';
import { MIDNIGHT, openBook, SIMULATED_DAY, tokenIdOf } from './clinic';
import { callBy, type Policy, rulesUnder } from './policy';
import type { Arrival } from './queue-reference';

const rules = { ...defaultRules, joinRunningSlot: 'always', maxEmergencyOverflow: 50 } as const;
const FOREVER = 10 ** 9 * MINUTE;

/** A doctor with one slot that never ends, no clock but the arrivals, and nobody who stays away. */
class EndlessDoctor {
  book: Book;
  inside: { readonly tokenId: TokenId; readonly until: number } | undefined;

  constructor(index: number) {
    const book = openBook(index, [{ start: 0, end: 1 }], MAX_CAPACITY);
    this.book = { ...book, slots: book.slots.map((slot) => ({ ...slot, endsAt: slot.startsAt + FOREVER })) };
  }

  apply(result: Result<Decision>): Decision {
    if (!result.ok) throw new Error(result.error.message);
    this.book = result.value.book;
    return result.value;
  }

  /** A seat used or left stays used in the books; without an end they would fill up. */
  forget(tokenId: TokenId): void {
    this.book = { ...this.book, tokens: this.book.tokens.filter(({ id }) => id !== tokenId) };
  }

  enter(tokenId: TokenId, serviceMs: number, context: Context): void {
    this.apply(start(this.book, { tokenId }, context));
    this.inside = { tokenId, until: context.now + serviceMs };
  }

  leave(context: Context): void {
    if (!this.inside) return;
    const { tokenId } = this.inside;
    this.apply(serve(this.book, { tokenId }, context));
    this.forget(tokenId);
    this.inside = undefined;
  }
}

/** How long each waits, milliseconds, in the order of arrival: one doctor, all present on arrival. */
export function waitsOnEngine(stream: readonly Arrival[], policy: Policy): number[] {
  const doctor = new EndlessDoctor(0);
  return playQueue(stream, policy, doctor, [doctor], (_, context) => {
    const result = callBy(policy, doctor.book, context);
    const token = result.ok ? doctor.apply(result).token : null;
    return token && { arrival: token.id, tokenId: token.id };
  });
}

/**
 * The same with several doctors and one line: tokens are issued to a book without a doctor's room, and whoever is free
 * takes its head by a transfer (R21). Milliseconds, in the order of arrival.
 */
export function pooledWaitsOnEngine(stream: readonly Arrival[], servers: number): number[] {
  const line = new EndlessDoctor(0);
  const doctors = Array.from({ length: servers }, (_, index) => new EndlessDoctor(index + 1));
  let transfers = 0;
  return playQueue(stream, 'fifo', line, doctors, (doctor, context) => {
    const first = oldest(line.book, context);
    if (first === undefined) return null;
    transfers += 1;
    const newTokenId = tokenIdOf(stream.length + transfers);
    const moved = transfer(line.book, doctor.book, { tokenId: first, newTokenId }, context);
    if (!moved.ok) throw new Error(moved.error.message);
    line.book = moved.value.from.book;
    line.forget(first);
    doctor.book = moved.value.to.book;
    doctor.apply(callBy('fifo', doctor.book, context));
    return { arrival: first, tokenId: newTokenId };
  });
}

/** Calls the next patient to this doctor: the token issued on arrival, and the one that goes in; null: nobody is left. */
type TakeNext = (
  doctor: EndlessDoctor,
  context: Context,
) => { readonly arrival: TokenId; readonly tokenId: TokenId } | null;

function playQueue(
  stream: readonly Arrival[],
  policy: Policy,
  line: EndlessDoctor,
  doctors: readonly EndlessDoctor[],
  takeNext: TakeNext,
): number[] {
  const indexOf = new Map(stream.map((_, index) => [tokenIdOf(index), index]));
  const waits: number[] = [];
  const fill = (doctor: EndlessDoctor, at: number): void => {
    const context = contextAt(at, policy);
    const taken = takeNext(doctor, context);
    const index = taken ? indexOf.get(taken.arrival) : undefined;
    const arrival = index === undefined ? undefined : stream[index];
    if (!taken || index === undefined || !arrival) return;
    waits[index] = at - arrival.at;
    doctor.enter(taken.tokenId, arrival.serviceMs, context);
  };
  const serveUntil = (at: number): void => {
    for (let next = firstDone(doctors, at); next; next = firstDone(doctors, at)) {
      const until = (next.inside?.until ?? MIDNIGHT) - MIDNIGHT;
      next.leave(contextAt(until, policy));
      fill(next, until);
    }
  };
  for (const [index, arrival] of stream.entries()) {
    serveUntil(arrival.at);
    issueTo(line, index, arrival, contextAt(arrival.at, policy));
    const free = doctors.find((doctor) => doctor.inside === undefined);
    if (free) fill(free, arrival.at);
  }
  serveUntil(FOREVER);
  return waits;
}

/** The doctor whose patient leaves first, if before `at`. */
function firstDone(doctors: readonly EndlessDoctor[], at: number): EndlessDoctor | undefined {
  let first: EndlessDoctor | undefined;
  let until = MIDNIGHT + at;
  for (const doctor of doctors) {
    if (!doctor.inside || doctor.inside.until >= until) continue;
    until = doctor.inside.until;
    first = doctor;
  }
  return first;
}

function contextAt(at: number, policy: Policy): Context {
  return { now: MIDNIGHT + at, today: SIMULATED_DAY, rules: rulesUnder(policy, rules) };
}

function issueTo(doctor: EndlessDoctor, index: number, { source }: Arrival, context: Context): void {
  const patient = { patientName: `Patient ${index}`, patientContact: '', channel: 'desk' } as const;
  const request = { id: tokenIdOf(index), source, ...patient, checkedIn: true };
  doctor.apply(issue(doctor.book, request, context));
}

/** Of those in the line, who came first: the pooled line knows no kinds. */
function oldest(book: Book, context: Context): TokenId | undefined {
  const queue = new Set(doctorQueue(book, context).map(({ tokenId }) => tokenId));
  const here = book.tokens.filter((token) => queue.has(token.id));
  return here.sort((a, b) => (a.checkedInAt ?? 0) - (b.checkedInAt ?? 0) || a.sequence - b.sequence)[0]?.id;
}
