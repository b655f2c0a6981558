import type { z } from 'zod';
import type { Book, BookKey } from '../../shared/model/book';
import type { Preview, previewInputSchema } from '../../shared/model/desk';
import { isTokenEvent } from '../../shared/model/event';
import { tokenIdSchema } from '../../shared/model/ids';
import type { Token } from '../../shared/model/token';
import { fail, ok, type Result } from '../../shared/result';
import {
  type Context,
  cancel,
  changeSlot,
  closeSlot,
  type Decision,
  issue,
  move,
  noShow,
  reasonFor,
  transfer,
  undo,
  upgradeToEmergency,
  viewSlots,
} from '../engine';
import { contextNow, type Environment } from './environment';
import { timesOf } from './notices';
import { lastChangeOf } from './undo';

type Request = z.output<typeof previewInputSchema>;

/** Runs a command on the books as they are, and shows what it would do. Errors: those of the command. */
export async function previewCommand(environment: Environment, request: Request): Promise<Result<Preview>> {
  const context = await contextNow(environment);
  const key = await keyOf(environment, request, context);
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
  const serviceDay = request.command === 'issue' ? (request.serviceDay ?? today) : today;
  return { doctorId: request.doctorId, serviceDay };
}

async function decideFor(
  environment: Environment,
  request: Request,
  book: Book,
  context: Context,
): Promise<Result<Decisions>> {
  if (request.command === 'transfer') {
    const other = await environment.store.book({ ...book, doctorId: request.doctorId }, context.today);
    if (!other) return fail('NOT_FOUND', 'There is no such doctor.');
    const newTokenId = tokenIdSchema.parse(environment.newId());
    const moved = transfer(book, other, { tokenId: request.tokenId, newTokenId }, context);
    if (!moved.ok) return moved;
    const { from, to } = moved.value;
    return ok({ books: [[book, from] as const, [other, to] as const], about: to });
  }
  const decision = await decideOne(environment, request, book, context);
  return decision.ok ? ok({ books: [[book, decision.value]], about: decision.value }) : decision;
}

async function decideOne(
  environment: Environment,
  request: Exclude<Request, { command: 'transfer' }>,
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
    case 'undo': {
      const events = await lastChangeOf(environment.store, request.tokenId);
      return undo(book, { tokenId: request.tokenId, events }, context);
    }
    case 'move':
      return move(book, request, context);
    case 'closeSlot':
      return closeSlot(book, request, context);
    case 'changeSlot':
      return changeSlot(book, request, context);
  }
}

/** Somebody without a name or phone yet, so that nobody is taken for a twin. */
function newcomer(
  { newId }: Environment,
  request: Extract<Request, { command: 'issue' }>,
): Parameters<typeof issue>[1] {
  const { source, slotId, checkedIn, allowDuplicate, patientName = '…', patientContact = '' } = request;
  const id = tokenIdSchema.parse(newId());
  return { id, source, slotId, checkedIn, allowDuplicate, patientName, patientContact, channel: 'desk' };
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
  const waits = await environment.pace.waits(about.book, context);
  return ok({
    token,
    doctor,
    seat: token?.status === 'active' ? seatIn(about.book, token.slotId, context) : null,
    wait: (token && waits.get(token.id)) ?? null,
    reason: (token && reasonFor(about, token.id)) ?? null,
    moved: books.flatMap(([before, decision]) => othersMoved(before, decision, books)),
    warnings: [...about.warnings],
  });
}

function seatIn(book: Book, slotId: string, context: Context): Preview['seat'] {
  const slot = viewSlots(book, context).find(({ id }) => id === slotId);
  if (!slot) return null;
  const { startMinute, endMinute, used: place, capacity } = slot;
  return { slotId: slot.id, startMinute, endMinute, place, capacity };
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
