import type { z } from 'zod';
import type { Book, BookKey } from '../../../shared/model/book';
import { isTokenEvent } from '../../../shared/model/event';
import { tokenIdSchema } from '../../../shared/model/ids';
import type { Preview, previewInputSchema } from '../../../shared/model/preview';
import type { Token } from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';
import {
  type Context,
  cancel,
  changeSlot,
  closeSlot,
  type Decision,
  issue,
  leaveEarly,
  move,
  noShow,
  reasonFor,
  reopenDay,
  setDelay,
  type TransferRequest,
  takeBackUpgrade,
  takeBreak,
  transfer,
  undo,
  upgradeToEmergency,
  viewSlots,
} from '../../engine';
import { callListFor, timesOf } from '../desk/call-list';
import { contextNow, contextOfDay, type Environment } from '../environment';
import { hoursWarnings, otherwiseFor } from '../tokens/otherwise';
import { beforeUpgrade, booksOf, decideTransferBack, lastChange, pastOf, transferOf } from '../tokens/undo';

/** A name for somebody who has given none yet. */
const UNNAMED = 'N';

type Request = z.output<typeof previewInputSchema>;

/** Runs a command on the books as they are, and shows what it would do. Errors: those of the command. */
export async function previewCommand(environment: Environment, request: Request): Promise<Result<Preview>> {
  const now = await contextNow(environment);
  const key = await keyOf(environment, request, now);
  const context = await contextOfDay(environment, key?.serviceDay);
  const book = key && (await environment.store.book(key, context.today));
  if (!book) return fail('NOT_FOUND', 'There is no such doctor or token.');
  const decisions = await decideFor(environment, request, book, context);
  if (!decisions.ok) return decisions;
  const { books, about } = decisions.value;
  return describe(environment, books, about, context);
}

interface Decisions {
  /** Each with the book as it was. */
  readonly books: readonly (readonly [Book, Decision])[];
  readonly about: Decision;
}

async function keyOf(
  environment: Environment,
  request: Request,
  { today }: Context,
): Promise<BookKey | undefined> {
  if ('tokenId' in request) return environment.store.bookOfToken(request.tokenId);
  const serviceDay = ('serviceDay' in request ? request.serviceDay : undefined) ?? today;
  return { doctorId: request.doctorId, serviceDay };
}

async function decideFor(
  environment: Environment,
  request: Request,
  book: Book,
  context: Context,
): Promise<Result<Decisions>> {
  if (request.command === 'transfer') {
    const to = { serviceDay: book.serviceDay, doctorId: request.doctorId };
    return decideTransfer(environment, book, to, { tokenId: request.tokenId }, context);
  }
  if (request.command === 'moveToDay') {
    const { tokenId, serviceDay, slotId } = request;
    return decideTransfer(
      environment,
      book,
      { doctorId: book.doctorId, serviceDay },
      { tokenId, slotId },
      context,
    );
  }
  if (request.command === 'undo') {
    const pair = transferOf((await environment.store.tokenHistory(request.tokenId)).at(-1)?.event);
    if (pair) return decideTakingBack(environment, pair, context);
  }
  const decision = await decideOne(environment, request, book, context);
  return decision.ok ? ok({ books: [[book, decision.value]], about: decision.value }) : decision;
}

async function decideTransfer(
  environment: Environment,
  book: Book,
  to: BookKey,
  wish: Omit<TransferRequest, 'newTokenId'>,
  context: Context,
): Promise<Result<Decisions>> {
  const other = await environment.store.book(to, context.today);
  if (!other) return fail('NOT_FOUND', 'There is no such doctor.');
  const newTokenId = tokenIdSchema.parse(environment.newId());
  const moved = transfer(book, other, { ...wish, newTokenId }, context);
  if (!moved.ok) return moved;
  return ok({
    books: [[book, moved.value.from] as const, [other, moved.value.to] as const],
    about: moved.value.to,
  });
}

/** R21: both halves of a transfer. */
async function decideTakingBack(
  environment: Environment,
  pair: NonNullable<ReturnType<typeof transferOf>>,
  context: Context,
): Promise<Result<Decisions>> {
  const keys = await booksOf(environment, pair);
  const from = keys && (await environment.store.book(keys[0], context.today));
  const to = keys && (await environment.store.book(keys[1], context.today));
  if (!from || !to) return fail('NOT_FOUND', 'There is no such doctor or token.');
  const past = await pastOf(environment, pair.tokenId, pair.newTokenId);
  const back = decideTransferBack([from, to], pair, context, past);
  if (!back.ok) return back;
  return ok({
    books: [[from, back.value.from] as const, [to, back.value.to] as const],
    about: back.value.from,
  });
}

async function decideOne(
  environment: Environment,
  request: Exclude<Request, { command: 'transfer' | 'moveToDay' }>,
  book: Book,
  context: Context,
): Promise<Result<Decision>> {
  switch (request.command) {
    case 'issue':
      return issue(book, newcomer(environment, request), context);
    case 'cancel':
      return cancel(book, { tokenId: request.tokenId, reason: 'staff' }, context);
    case 'noShow':
      return noShow(book, request, context);
    case 'upgrade':
      return upgradeToEmergency(book, { tokenId: request.tokenId, reason: 'preview' }, context);
    case 'takeBackUpgrade': {
      const { tokenId } = request;
      const before = beforeUpgrade(tokenId, await pastOf(environment, tokenId));
      return takeBackUpgrade(book, { tokenId, reason: 'preview', before }, context);
    }
    case 'undo': {
      const { tokenId } = request;
      const events = lastChange(book, tokenId, await pastOf(environment, tokenId));
      return undo(book, { tokenId, events }, context);
    }
    case 'reopen':
      return reopenDay(book, { events: await environment.store.lastClosing(book) }, context);
    case 'move':
      return move(book, request, context);
    case 'closeSlot':
      return closeSlot(book, request, context);
    case 'changeSlot':
      return changeSlot(book, request, context);
    case 'setDelay':
      return setDelay(book, request, context);
    case 'takeBreak':
      return takeBreak(book, request, context);
    case 'leaveEarly':
      return leaveEarly(book, request, context);
  }
}

/** Somebody without a name or phone yet, so that nobody is taken for a twin. */
function newcomer(
  { newId }: Environment,
  request: Extract<Request, { command: 'issue' }>,
): Parameters<typeof issue>[1] {
  const { source, slotId, checkedIn, precedence, allowDuplicate } = request;
  const { patientName = UNNAMED, patientContact = '' } = request;
  return {
    id: tokenIdSchema.parse(newId()),
    source,
    slotId,
    checkedIn,
    precedence,
    allowDuplicate,
    patientName,
    patientContact,
    channel: 'desk',
  };
}

async function describe(
  environment: Environment,
  books: Decisions['books'],
  about: Decision,
  context: Context,
): Promise<Result<Preview>> {
  const doctor = await environment.store.doctor(about.book.doctorId);
  if (!doctor) return fail('NOT_FOUND', 'There is no such doctor.');
  const { token } = about;
  const waits = await environment.pace.waitsIf(about.book, context);
  const wait = (token && waits.get(token.id)) ?? null;
  const ofHours = token ? hoursWarnings(about.book, token, wait, context) : [];
  return ok({
    token,
    doctor,
    seat: token?.status === 'active' ? seatIn(about.book, token.slotId, context) : null,
    wait,
    reason: (token && reasonFor(about, token.id)) ?? null,
    moved: books.flatMap(([before, decision]) => othersMoved(before, decision, books)),
    slots: books.flatMap(([before, decision]) => slotsChanged(before, decision)),
    toTell: books.flatMap(([, { book, events }]) => toTell(book, events, environment.newId)),
    warnings: [...about.warnings, ...ofHours],
    otherwise: ofHours.length > 0 ? await otherwiseFor(environment, doctor, context) : null,
  });
}

function seatIn(book: Book, slotId: string, context: Context): Preview['seat'] {
  const slot = viewSlots(book, context).find(({ id }) => id === slotId);
  if (!slot) return null;
  const { startMinute, endMinute, used: place, capacity } = slot;
  return { slotId: slot.id, startMinute, endMinute, place, capacity };
}

function slotsChanged(before: Book, { book }: Decision): Preview['slots'] {
  const was = new Map(before.slots.map((slot) => [slot.id, slot]));
  return book.slots.flatMap(({ id, startMinute, endMinute, delayMinutes, status }) => {
    const old = was.get(id);
    if (!old || (old.delayMinutes === delayMinutes && old.status === status)) return [];
    return [{ startMinute, endMinute, delayBefore: old.delayMinutes, delayMinutes, status }];
  });
}

/** Whom the call list would name: each once, by the last that would be said of them. */
function toTell(book: Book, events: Decision['events'], newId: () => string): Preview['toTell'] {
  const { notices } = callListFor(book, events, newId);
  const people = notices.map(({ tokenId, number, patientName, patientContact }) => {
    return { tokenId, number, patientName, patientContact };
  });
  return [...new Map(people.map((person) => [person.tokenId, person])).values()];
}

/** Everybody else whose seat or status would be another, as they would be. */
function othersMoved(before: Book, { events, book }: Decision, books: Decisions['books']): Preview['moved'] {
  const subjects = new Set(books.map(([, { token }]) => token?.id));
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
