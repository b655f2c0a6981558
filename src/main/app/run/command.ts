import type { Seen } from '../../../shared/contract/call';
import type { ChangedToken } from '../../../shared/contract/tokens';
import type { Book, BookKey } from '../../../shared/model/book';
import { isTokenEvent } from '../../../shared/model/event';
import type { DeviceId, DoctorId, TokenId } from '../../../shared/model/ids';
import type { Language } from '../../../shared/model/language';
import type { PrintJob } from '../../../shared/model/print-job';
import type { StationName } from '../../../shared/model/print-settings';
import type { Settings } from '../../../shared/model/settings';
import type { Instant, ServiceDay } from '../../../shared/model/time';
import type { Token } from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';
import type { Context, Decision } from '../../engine';
import type { BookChange, Change, Commit, History } from '../../store/store';
import { callListFor } from '../desk/call-list';
import { contextNow, doorsSince, type Environment } from '../environment';
import { movedWhileHere } from '../slips/moved';
import { newPrintJob } from '../slips/new-job';
import { afterwards } from './failures';
import { onlyAsSeen } from './seen';

/** Any command of the engine on one book. */
export type EngineCommand<R> = (
  book: Book,
  request: R,
  context: Context,
  history: History,
) => Result<Decision>;

export interface BookCommand<R> {
  readonly key: BookKey;
  readonly command: EngineCommand<R>;
  readonly request: R;
  /** R17: names the call and all of its content, so that a repeated one is recognised. */
  readonly requestStamp?: { readonly id: string; readonly content: string } | undefined;
  /** The other device that makes the token; undefined: this app itself. */
  readonly maker?: DeviceId | undefined;
  /** Write a print job for the token with the decision itself: a slip is never forgotten. */
  readonly slip?: SlipWish | undefined;
}

/** In which language, and at whose printer. */
export interface SlipWish {
  readonly language: Language;
  readonly station: StationName;
}

/** What a command answers; kept with its request id. */
export interface CommandAnswer {
  readonly token: Token | null;
  readonly warnings: Decision['warnings'];
}

/**
 * Gather, decide, apply: runs an engine command in one transaction, then tells every window.
 * Errors: those of the command and of `Store.transact`.
 */
export async function runCommand<R>(
  environment: Environment,
  { key, command, request, requestStamp, slip, maker }: BookCommand<R>,
): Promise<Result<CommandAnswer>> {
  const context = await contextNow(environment);
  const settings = await environment.store.settings();
  const transaction = { books: [key], today: context.today, now: context.now, request: requestStamp };
  const commit = await environment.store.transact<CommandAnswer>(transaction, ([book], history) => {
    if (!book) return fail('NOT_FOUND', 'There is no such doctor.');
    const decision = command(book, request, withDoors(context, history, key.serviceDay), history);
    if (!decision.ok) return decision;
    const printing = { settings, history, now: context.now, slip };
    const { token } = decision.value;
    const makers = maker && token ? [{ tokenId: token.id, deviceId: maker }] : [];
    return ok({ ...changeOf(environment, [decision.value], decision.value, printing), makers });
  });
  return finish(environment, commit, context);
}

/** R27: with who is at which doctor's door on that day, as the transaction sees it. */
export function withDoors(
  context: Context,
  history: Pick<History, 'atDoors'>,
  serviceDay: ServiceDay,
): Context {
  return { ...context, elsewhere: history.atDoors(serviceDay, doorsSince(context)) };
}

/** What is printed with a change: a slip for its token if it wishes one, and new ones for those it moves. */
export interface Printing {
  readonly settings: Pick<Settings, 'clinic' | 'print'>;
  readonly history: Pick<History, 'printJobOfToken'>;
  readonly now: Instant;
  readonly slip: SlipWish | undefined;
}

/** What a decision asks of the store: the books, the call list, and the slips it makes necessary. */
export function changeOf(
  { newId, headless }: Environment,
  books: readonly Decision[],
  { token, warnings }: Decision,
  printing: Printing,
): Change<CommandAnswer> {
  const lists = books.map(({ book, events }) => callListFor(book, events, newId));
  const moved = books.flatMap(({ events }) => movedWhileHere(events));
  return {
    books: books.map(({ book, events }) => ({ book, events })),
    printJobs: headless ? [] : slipsFor(newId, token, moved, printing),
    notices: lists.flatMap(({ notices }) => notices),
    noticesDone: lists.flatMap(({ noticesDone }) => noticesDone),
    noticesBack: lists.flatMap(({ noticesBack }) => noticesBack),
    answer: { token, warnings },
  };
}

/** A new slip goes where the last one came from, in its language. */
function slipsFor(
  newId: () => string,
  token: Token | null,
  moved: readonly TokenId[],
  { settings: { clinic, print }, history, now, slip }: Printing,
): readonly PrintJob[] {
  const own =
    slip && token ? newPrintJob(print, now, { id: newId(), tokenId: token.id, ...slip }) : undefined;
  const others = print.moveSlips ? moved.filter((id) => !(slip && id === token?.id)) : [];
  const moves = others.map((tokenId) => {
    const { language, station } = history.printJobOfToken(tokenId) ?? {
      language: clinic.language,
      station: 'desk',
    };
    return newPrintJob(print, now, { id: newId(), tokenId, kind: 'move', language, station });
  });
  return [own, ...moves].filter((job) => job !== undefined);
}

/** After the commit: learns from it, and tells every window. */
export async function finish(
  environment: Environment,
  commit: Result<Commit<CommandAnswer>>,
  context: Context,
): Promise<Result<CommandAnswer>> {
  if (!commit.ok) return commit;
  const { books, notices = [], noticesDone = [], noticesBack = [], answer } = commit.value;
  await afterwards(environment, 'telling', () => announce(environment, commit.value));
  if (notices.length + noticesDone.length + noticesBack.length > 0) {
    await afterwards(environment, 'telling', () => environment.publish({ type: 'noticesChanged' }));
  }
  for (const { book, events } of books) {
    await afterwards(environment, 'learning', () => environment.pace.hear(book, events, context));
  }
  return ok(answer);
}

/** The same for a command about one token, wherever its book is. Errors: NOT_FOUND besides. */
export async function runTokenCommand<R extends { tokenId: TokenId }>(
  environment: Environment,
  name: string,
  command: EngineCommand<R>,
  request: R,
  { requestId, seen }: { readonly requestId?: string | undefined; readonly seen?: Seen | undefined },
): Promise<Result<ChangedToken>> {
  const key = await environment.store.bookOfToken(request.tokenId);
  if (!key) return fail('NOT_FOUND', 'There is no such token.', { tokenId: request.tokenId });
  const requestStamp = stampOf(name, request, requestId);
  const asSeen = seen === undefined ? command : onlyAsSeen(seen, command);
  return tokenOf(await runCommand(environment, { key, command: asSeen, request, requestStamp }));
}

interface OnBook {
  readonly doctorId: DoctorId;
  /** Default: today. */
  readonly serviceDay?: ServiceDay | undefined;
  readonly requestId?: string | undefined;
}

/** The same for a command about a book as a whole or its slots. */
export async function runBookCommand<R extends object>(
  environment: Environment,
  name: string,
  { doctorId, serviceDay, requestId }: OnBook,
  command: EngineCommand<R>,
  request: R,
): Promise<Result<Record<string, never>>> {
  const key = serviceDay ? { doctorId, serviceDay } : await todaysBook(environment, doctorId);
  // As it was sent: after midnight the day meant by default is another, and the request the same.
  const requestStamp = stampOf(name, { doctorId, serviceDay, ...request }, requestId);
  const done = await runCommand(environment, { key, command, request, requestStamp });
  return done.ok ? ok({}) : done;
}

/** R17: what makes two requests the same: the call and its content, the id itself aside. */
export function stampOf(
  name: string,
  content: object,
  id: string | undefined,
): BookCommand<never>['requestStamp'] {
  return id === undefined ? undefined : { id, content: `${name} ${JSON.stringify(content)}` };
}

export function tokenOf(answer: Result<CommandAnswer>): Result<ChangedToken> {
  if (!answer.ok) return answer;
  const { token, warnings } = answer.value;
  return token ? ok({ ...token, warnings: [...warnings] }) : fail('NOT_FOUND', 'There is no such token.');
}

/** Today's book of a doctor. */
export async function todaysBook(environment: Environment, doctorId: DoctorId): Promise<BookKey> {
  return { doctorId, serviceDay: (await contextNow(environment)).today };
}

/** After the commit: facts to every window, without personal data. */
function announce({ publish }: Environment, commit: Commit<unknown>): void {
  for (const change of commit.books) if (change.events.length > 0) publish(factsOf(change));
  for (const job of commit.printJobs ?? []) publish({ type: 'printJobChanged', job });
}

function factsOf({ book, events }: BookChange): Parameters<Environment['publish']>[0] {
  return {
    type: 'bookChanged',
    doctorId: book.doctorId,
    serviceDay: book.serviceDay,
    revision: book.revision,
    facts: events.map((event) => ({
      type: event.type,
      tokenId: isTokenEvent(event) ? event.after.id : null,
      number: isTokenEvent(event) ? event.after.number : null,
    })),
  };
}
