import type { Book } from '../../../shared/model/book';
import { isTokenEvent, type TokenEvent } from '../../../shared/model/event';
import type { PatientId } from '../../../shared/model/ids';
import { needOf } from '../../../shared/model/need';
import type { RegisteredPatient } from '../../../shared/model/registered-patient';
import { isOpen, type Token } from '../../../shared/model/token';
import type { Result } from '../../../shared/result';
import { correct, type Decision, followRegister, needAfter } from '../../engine';
import { claimedBefore } from './claimed';
import type { Decided, Deciding } from './plan';
import { standingAmong } from './standing';

/**
 * R17, R26, R27: an open token is of the patient who stands for its row, and has their need. Whatever opens one again (reinstated,
 * undone, its day opened again), or gives one back to a row that was merged or changed meanwhile, is followed by that, in the same
 * transaction, as a part of it.
 */
export function withRegister<A>(decided: Decided<A>, at: Deciding): Decided<A> {
  const decisions = [...decided.decisions];
  const rowOf = (id: PatientId): RegisteredPatient | undefined =>
    decided.also?.patients?.find((row) => row.id === id) ?? at.reading.patient(id);
  for (const token of openedAgain(decided.decisions)) {
    const patient = token.patientId && standingAmong(token.patientId, rowOf);
    const place = decisions.findLastIndex(({ book }) => book.tokens.some(({ id }) => id === token.id));
    const decision = decisions[place];
    if (!patient || !decision) continue;
    const followed = follow(decision.book, token, patient, at);
    if (followed?.ok) decisions[place] = asOne(decision, followed.value);
  }
  return storedIn(decided, decisions);
}

/** The token that it is about, and that is answered, as these leave it. */
function storedIn<A>(decided: Decided<A>, decisions: readonly Decision[]): Decided<A> {
  const { about, answerWith } = decided;
  const isIt = ({ id }: Token): boolean => id === about.token?.id;
  const token = decisions.findLast(({ book }) => book.tokens.some(isIt))?.book.tokens.find(isIt);
  if (!token) return { ...decided, decisions };
  const answer = answerWith ? answerWith(token) : decided.answer;
  return { ...decided, decisions, about: { ...about, token }, answer };
}

function follow(
  book: Book,
  token: Token,
  patient: RegisteredPatient,
  { contextOn, reading }: Deciding,
): Result<Decision> | undefined {
  const context = contextOn(book.serviceDay);
  const claimed = claimedBefore(token, reading);
  const precedence = needOf(patient, book.serviceDay, context.rules)?.precedence ?? null;
  const need = needAfter(token, precedence, claimed);
  const { id: tokenId } = token;
  if (patient.id !== token.patientId) return correct(book, { tokenId, patientId: patient.id, need }, context);
  const isSame = need.precedence === token.precedence && need.precedenceFrom === token.precedenceFrom;
  return isSame ? undefined : followRegister(book, { tokenId, precedence, claimed }, context);
}

/** Both at once: what follows is undone with what it followed. */
function asOne(decision: Decision, { book, events }: Decision): Decision {
  return {
    ...decision,
    book: { ...book, revision: decision.book.revision },
    events: [...decision.events, ...events],
    token: book.tokens.find(({ id }) => id === decision.token?.id) ?? decision.token,
  };
}

function openedAgain(decisions: readonly Decision[]): Token[] {
  const opened = new Map<string, Token>();
  for (const { book, events } of decisions) {
    for (const event of events.filter(isTokenEvent)) {
      if (isOpen(event.after) && maySayOtherwise(event)) opened.set(event.after.id, event.after);
    }
    // R28: who stayed with the doctor meanwhile did not follow: on a closed day nothing does.
    const isReopened = events.some(({ type }) => type === 'bookReopened');
    for (const token of isReopened ? book.tokens.filter(isOpen) : []) opened.set(token.id, token);
  }
  return [...opened.values()];
}

/** Whether the register may say otherwise of the token by now. */
const maySayOtherwise = ({ type, before, after }: TokenEvent): boolean =>
  before !== null && (type === 'tokenRestored' || !isOpen(before) || before.patientId !== after.patientId);
