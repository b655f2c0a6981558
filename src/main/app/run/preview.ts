import { type Book, isSameBook } from '../../../shared/model/book';
import { isTokenEvent } from '../../../shared/model/event';
import type { Preview } from '../../../shared/model/preview';
import type { Token } from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';
import { type Context, type Decision, reasonFor, viewSlots } from '../../engine';
import type { Call } from '../call';
import { callListFor, timesOf } from './call-list';
import { hoursWarnings, withOtherwise } from './otherwise';
import type { Decided, Deciding, Plan } from './plan';
import { lookAt } from './run';

/** What a command would do, by its own plan. Nothing is done. Errors: those of the command. */
export async function previewPlan(call: Call, plan: Plan<unknown>): Promise<Result<Preview>> {
  const seen = await lookAt(call, plan, (books, decided, at) => describe(call, books, decided, at));
  return seen.ok ? ok(await withOtherwise(call, seen.value)) : seen;
}

/** A decision with the book as it was. */
type Step = readonly [before: Book, decision: Decision];

function describe(
  { environment }: Call,
  books: readonly Book[],
  { decisions, about: { token, warnings }, need = null, leftOver = [] }: Decided<unknown>,
  { reading, contextOn }: Deciding,
): Result<Preview> {
  const steps = decisions.flatMap((decision): Step[] => {
    const before = books.find((book) => isSameBook(book, decision.book));
    return before ? [[before, decision]] : [];
  });
  const main = decisions.find(({ book }) => book.tokens.some(({ id }) => id === token?.id)) ?? decisions[0];
  const doctor = main && reading.doctor(main.book.doctorId);
  if (!main || !doctor) return fail('NOT_FOUND', 'There is no such doctor.');
  const context = contextOn(main.book.serviceDay);
  const wait = token && environment.pace.waitIf(main.book, context, token.id);
  const ofHours = token ? hoursWarnings(main.book, token, wait, context) : [];
  return ok({
    token,
    doctor,
    seat: token?.status === 'active' ? seatIn(main.book, token.slotId, context) : null,
    wait,
    reason: (token && reasonFor(main, token.id)) ?? null,
    moved: steps.flatMap(([before, decision]) => othersMoved(before, decision, decisions)),
    slots: steps.flatMap(slotsChanged),
    toTell: decisions.flatMap(({ book, events }) => toTell(book, events, environment.newId)),
    warnings: [...warnings, ...ofHours],
    need,
    leftOver: [...leftOver],
    otherwise: null,
  });
}

function seatIn(book: Book, slotId: string, context: Context): Preview['seat'] {
  const slot = viewSlots(book, context).find(({ id }) => id === slotId);
  if (!slot) return null;
  const { startMinute, endMinute, used: place, capacity } = slot;
  return { slotId: slot.id, startMinute, endMinute, place, capacity };
}

function slotsChanged([before, { book }]: Step): Preview['slots'] {
  const was = new Map(before.slots.map((slot) => [slot.id, slot]));
  return book.slots.flatMap(({ id, startMinute, endMinute, delayMinutes, status }) => {
    const old = was.get(id);
    if (!old || (old.delayMinutes === delayMinutes && old.status === status)) return [];
    return [{ startMinute, endMinute, delayBefore: old.delayMinutes, delayMinutes, status }];
  });
}

/** Whom the call list would name: each once, by the last that would be said of them. */
export function toTell(book: Book, events: Decision['events'], newId: () => string): Preview['toTell'] {
  const { callList } = callListFor(book, events, newId);
  const people = callList.map(({ tokenId, number, patientName, patientContact }) => {
    return { tokenId, number, patientName, patientContact };
  });
  return [...new Map(people.map((person) => [person.tokenId, person])).values()];
}

/** Everybody else whose seat or status would be another, as they would be. */
export function othersMoved(
  before: Book,
  { events, book }: Pick<Decision, 'events' | 'book'>,
  decisions: readonly Decision[] = [],
): Preview['moved'] {
  const subjects = new Set(decisions.map(({ token }) => token?.id));
  const was = new Map(before.tokens.map((token) => [token.id, token]));
  const changed = new Set(events.filter(isTokenEvent).map(({ after }) => after.id));
  const place = (token: Token): string =>
    token.status === 'active' ? `${token.slotId} ${token.extra}` : token.status;
  return book.tokens.flatMap((token) => {
    const old = was.get(token.id);
    if (!old || !changed.has(token.id) || subjects.has(token.id) || place(old) === place(token)) return [];
    const { id: tokenId, number, patientName, patientContact, checkedInAt, status } = token;
    const who = { tokenId, number, patientName, patientContact, status, isHere: checkedInAt !== null };
    return [{ ...who, from: timesOf(before, old), to: timesOf(book, token) }];
  });
}
