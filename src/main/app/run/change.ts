import type { TokenId } from '../../../shared/model/ids';
import type { Language } from '../../../shared/model/language';
import type { PrintJob } from '../../../shared/model/print-job';
import type { Change, Quote, Reading } from '../../store/store';
import { actorOf, type Call } from '../call';
import { lineOfChange } from './audit-line';
import { callListFor } from './call-list';
import { movedWhileHere } from './moved';
import { newPrintJob } from './new-job';
import type { Decided } from './plan';

/** What a decision asks of the store: the books, the call list, and the slips it makes necessary. */
export function changeOf<A>(call: Call, decided: Decided<A>, reading: Reading): Change<A> {
  const { newId, headless } = call.environment;
  const { decisions, also, answer } = decided;
  const printJobs = headless ? [] : slipsFor(call, decided, reading);
  const lists = decisions.map(({ book, events }) => callListFor(book, events, newId));
  return {
    books: decisions.map(({ book, events }) => ({ book, events })),
    callList: lists.flatMap(({ callList }) => callList),
    callsSettled: lists.flatMap(({ callsSettled }) => callsSettled),
    callsBack: lists.flatMap(({ callsBack }) => callsBack),
    printJobs,
    quotes: quotesOf(decided),
    ...also,
    audit: isSomething(decided, printJobs) ? auditOf(call, decided, reading) : undefined,
    answer,
  };
}

/** What whoever got the token was told, at the screen or on the slip. */
function quotesOf({ quoted, about: { token } }: Decided<unknown>): readonly Quote[] {
  return quoted && token ? [{ tokenId: token.id, from: quoted.from, to: quoted.to }] : [];
}

/** Whether anything is written: what changes nothing leaves no line either. */
function isSomething({ decisions, also = {} }: Decided<unknown>, slips: readonly PrintJob[]): boolean {
  const { settings, ...lists } = also;
  return (
    slips.length > 0 ||
    settings !== undefined ||
    decisions.some(({ events }) => events.length > 0) ||
    Object.values(lists).some((given) => (Array.isArray(given) ? given.length > 0 : given !== undefined))
  );
}

/** Who did it, for the audit. */
function auditOf(
  call: Call,
  { decisions, about: { token }, also }: Decided<unknown>,
  { settings: before }: Reading,
): Change<unknown>['audit'] {
  const after = also?.settings;
  const done = { books: decisions, tokenId: token?.id, settings: after && { before, after } };
  return call.act ? lineOfChange(call.act, actorOf(call.caller), call.now, done) : undefined;
}

/** One for the token if it wishes one, and new ones for those that the change moves. */
function slipsFor(
  { environment: { newId }, now }: Call,
  { decisions, about: { token }, slip }: Decided<unknown>,
  reading: Reading,
): readonly PrintJob[] {
  const { clinic, print } = reading.settings;
  const own =
    slip && token ? newPrintJob(print, now, { id: newId(), tokenId: token.id, ...slip }) : undefined;
  const moved = decisions.flatMap(({ events }) => movedWhileHere(events));
  const others = print.moveSlips ? moved.filter((id) => !(slip && id === token?.id)) : [];
  const moves = others.map((tokenId) => {
    const wish = lastWish(reading, tokenId) ?? { language: clinic.language, station: 'desk' };
    return newPrintJob(print, now, { id: newId(), tokenId, kind: 'move', ...wish });
  });
  return [own, ...moves].filter((job) => job !== undefined);
}

/** A new slip goes where the last one came from, in its language. */
export function lastWish(
  reading: Pick<Reading, 'printJobOfToken'>,
  tokenId: TokenId,
): { language: Language; station: PrintJob['station'] } | undefined {
  const job = reading.printJobOfToken(tokenId);
  return job && { language: job.language, station: job.station };
}
