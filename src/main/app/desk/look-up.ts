import type { CheckedInput } from '../../../shared/contract';
import { MOST_OF_A_PAGE } from '../../../shared/contract/call';
import type { Actor } from '../../../shared/model/actor';
import type { Book, BookKey } from '../../../shared/model/book';
import type { Corrected, HistoryLine, RecentChange } from '../../../shared/model/change';
import { isTokenEvent, type TokenEvent } from '../../../shared/model/event';
import type { FoundToken, WhoseToken } from '../../../shared/model/found-token';
import { type PatientId, type TokenId, tokenIdSchema } from '../../../shared/model/ids';
import type { Reason } from '../../../shared/model/reason';
import { searchFor } from '../../../shared/model/search';
import type { CancelReason, Token } from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';
import { type Context, canUndo } from '../../engine';
import type { RecordedChange } from '../../store/store';
import { type Call, contextOfDay } from '../call';
import { withoutLink } from '../links/key';
import { timesOf } from '../run/call-list';
import { lookAt } from '../run/run';
import { standingFor } from '../run/standing';
import { firstSearched } from '../time/reach';
import { transferOf, undoTransfer } from '../tokens/undo';
import type { Pace } from '../waits/pace';

/** Tokens by number, name, phone or the id on a slip: of one day, or of today, later, and the last weeks. */
export async function findTokens(
  call: Call,
  { query, serviceDay, limit = MOST_OF_A_PAGE, cursor }: CheckedInput<'tokens.find'>,
): Promise<Result<FoundToken[]>> {
  const { environment, today } = call;
  const asked = await withoutLink(environment.store, query);
  const search = searchFor(asked, call.settings.clinic.country);
  if (!search) return ok([]);
  const days = serviceDay ? { from: serviceDay, to: serviceDay } : { from: firstSearched(today), today };
  const tokens = await environment.store.findTokens(search, { ...days, after: cursor }, limit);
  const shelf = await openShelf(call);
  return ok(await Promise.all(tokens.map((token) => describe(call, shelf, token))));
}

/** Whose token a slip's code names: enough to send its patient to the right door. Errors: NOT_FOUND. */
export async function whoseToken(
  { environment: { store } }: Call,
  tokenId: TokenId,
): Promise<Result<WhoseToken>> {
  const key = await store.bookOfToken(tokenId);
  const doctor = key && (await store.doctor(key.doctorId));
  const book = key && (await store.book(key, key.serviceDay));
  const token = book?.tokens.find(({ id }) => id === tokenId);
  if (!token || !doctor) return fail('NOT_FOUND', 'There is no such token.', { tokenId });
  const { number, serviceDay } = token;
  return ok({ number, serviceDay, doctorName: doctor.name, room: doctor.room });
}

/** R20: what happened to a token, oldest first, each with its reason. Errors: NOT_FOUND. */
export async function tokenHistory(
  { environment: { store }, today }: Call,
  tokenId: TokenId,
): Promise<Result<HistoryLine[]>> {
  const key = await store.bookOfToken(tokenId);
  const book = key && (await store.book(key, today));
  if (!book) return fail('NOT_FOUND', 'There is no such token.', { tokenId });
  const numbers = new Map(book.tokens.map(({ id, number }) => [id, number]));
  const history = await store.tokenHistory(tokenId);
  const names = await personNames(store);
  for (const { event } of history) {
    const other = otherOf(event.reason);
    if (!other || numbers.has(other)) continue;
    // R21: of another doctor, or another day.
    const otherKey = await store.bookOfToken(other);
    const otherBook = otherKey && (await store.book(otherKey, today));
    for (const { id, number } of otherBook?.tokens ?? []) numbers.set(id, number);
  }
  return ok(
    history.map(({ event }) => {
      const { at, by, type, after, reason } = event;
      const other = otherOf(reason);
      return {
        at,
        type,
        status: after.status,
        cancelReason: cancelReasonOf(after),
        corrected: correctedOf(event),
        slot: timesOf(book, after),
        reason,
        otherNumber: (other && numbers.get(other)) ?? null,
        personName: nameOf(names, by),
      };
    }),
  );
}

/** The other token a reason speaks of. */
function otherOf(reason: Reason): TokenId | undefined {
  if (reason.code === 'preempted') return reason.gaveWay;
  if (reason.code === 'gave_way') return reason.to;
  const isLink = reason.code === 'transferred' || reason.code === 'transfer_undone';
  return isLink ? reason.tokenId : undefined;
}

/** Today's changes, newest first; each says whether it can still be taken back (R23). */
export async function recentChanges(
  call: Call,
  { limit = MOST_OF_A_PAGE, cursor }: CheckedInput<'changes.recent'>,
): Promise<Result<RecentChange[]>> {
  const recorded = await call.environment.store.recentChanges(call.today, limit, cursor);
  const shelf = await openShelf(call);
  const names = await personNames(call.environment.store);
  const changes = await Promise.all(recorded.map((change) => recentChange(call, shelf, names, change)));
  return ok(changes.filter((change) => change !== undefined));
}

async function recentChange(
  call: Call,
  shelf: Shelf,
  names: PersonNames,
  { key, revision, events }: RecordedChange,
): Promise<RecentChange | undefined> {
  const subject = subjectOf(events.filter(isTokenEvent));
  if (!subject) return undefined;
  const { id: tokenId, number, patientName } = subject.after;
  const beside = events.filter(isTokenEvent).filter(({ after }) => after.id !== tokenId);
  const count = (counts: (event: TokenEvent) => boolean): number =>
    new Set(beside.filter(counts).map(({ after }) => after.id)).size;
  return {
    doctorId: key.doctorId,
    revision,
    at: subject.at,
    type: subject.type,
    tokenId,
    number,
    patientName,
    cancelReason: cancelReasonOf(subject.after),
    corrected: correctedOf(subject),
    others: count(isMove),
    alike: count((event) => isAlike(event, subject)),
    personName: nameOf(names, subject.by),
    canUndo: await mayBeUndone(call, shelf, subject, { key, events }),
  };
}

/** R23, of a transfer R21: would it be taken back now? */
async function mayBeUndone(
  call: Call,
  { context, bookOf }: Shelf,
  subject: TokenEvent,
  { key, events }: Pick<RecordedChange, 'key' | 'events'>,
): Promise<boolean> {
  const tokenId = subject.after.id;
  const pair = transferOf(subject);
  if (!pair) {
    const book = await bookOf(key);
    if (!book || !canUndo(book, { tokenId, events }, context)) return false;
    const standing = await standingOf(call, subject.before);
    return canUndo(book, { tokenId, events }, { ...context, standing });
  }
  const plan = await undoTransfer(call, { tokenId }, pair);
  return plan.ok && (await lookAt(call, plan.value, () => ok(null))).ok;
}

/** R17: whose the token would be again by now. */
async function standingOf(
  { environment: { store } }: Call,
  before: Token | null,
): Promise<(id: PatientId) => PatientId> {
  const row = before?.patientId ? await store.patient(before.patientId) : undefined;
  const stands = row && (await standingFor(store, row));
  return (id) => (stands && id === row.id ? stands.id : id);
}

/** Whom a change was about: whoever was not merely moved by it. */
function subjectOf(events: readonly TokenEvent[]): TokenEvent | undefined {
  const aside: TokenEvent['type'][] = ['tokenPromoted', 'tokenDisplaced', 'tokenHeld'];
  const called = events.find(({ type }) => type === 'tokenCalled');
  return called ?? events.find(({ type }) => !aside.includes(type)) ?? events[0];
}

/** Got, changed or lost the seat. */
function isMove({ type }: TokenEvent): boolean {
  return type === 'tokenPromoted' || type === 'tokenDisplaced' || type === 'tokenMoved';
}

/** The same was done to both at once: R16 whoever never came is a no-show and the others were not seen, in one closing. */
function isAlike(event: TokenEvent, subject: TokenEvent): boolean {
  if (isMove(event) || event.reason.code !== subject.reason.code) return false;
  return event.type === subject.type || event.reason.code === 'day_closed';
}

function correctedOf({ type, before, after }: TokenEvent): Corrected | null {
  if (type !== 'tokenCorrected' || before === null) return null;
  if (before.source !== after.source) return 'source';
  const said = ({ patientName, patientContact, note }: Token) =>
    [patientName, patientContact, note].join('\n');
  return said(before) === said(after) ? 'patient' : 'said';
}

function cancelReasonOf(token: Token): CancelReason | null {
  return token.status === 'cancelled' ? token.cancelReason : null;
}

type PersonNames = ReadonlyMap<string, string>;

/** Of all who ever worked here: who left keeps the name on what was done. */
async function personNames(store: Call['environment']['store']): Promise<PersonNames> {
  return new Map((await store.people()).persons.map(({ id, name }) => [id, name]));
}

function nameOf(names: PersonNames, by: Actor | null): string | null {
  return (by?.personId && names.get(by.personId)) ?? null;
}

async function describe(
  { environment: { store } }: Call,
  { bookOf, waitsOf }: Shelf,
  token: Token,
): Promise<FoundToken> {
  const doctor = await store.doctor(token.doctorId);
  const book = await bookOf(token);
  if (!doctor || !book) throw new Error(`Token ${token.id} has no doctor.`);
  const wait = waitsOf(book).get(tokenIdSchema.parse(token.id)) ?? null;
  return { token, doctor, slot: timesOf(book, token), wait };
}

/** The books of one answer: each is loaded, and its waits estimated, once. */
interface Shelf {
  readonly context: Context;
  bookOf(key: BookKey): Promise<Book | undefined>;
  waitsOf(book: Book): ReturnType<Pace['waits']>;
}

async function openShelf(call: Call): Promise<Shelf> {
  const { store, pace } = call.environment;
  const context = await contextOfDay(call);
  const books = new Map<string, ReturnType<Shelf['bookOf']>>();
  const waits = new Map<Book, ReturnType<Shelf['waitsOf']>>();
  return {
    context,
    bookOf: ({ doctorId, serviceDay }) =>
      once(books, `${doctorId} ${serviceDay}`, () => store.book({ doctorId, serviceDay }, context.today)),
    waitsOf: (book) => once(waits, book, () => pace.waits(book, context)),
  };
}

function once<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
