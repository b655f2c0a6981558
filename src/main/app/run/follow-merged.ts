import type { Book } from '../../../shared/model/book';
import { isTokenEvent } from '../../../shared/model/event';
import type { PatientId } from '../../../shared/model/ids';
import type { RegisteredPatient } from '../../../shared/model/registered-patient';
import { isOpen, type Token } from '../../../shared/model/token';
import { correct, type Decision } from '../../engine';
import type { Decided, Deciding } from './plan';
import { standingAmong } from './standing';

/**
 * R17, R27: an open token is of the patient who stands for its row. Whatever opens one again (reinstated, undone, its day opened
 * again), or gives one back to a row that was merged meanwhile, is followed by that, in the same transaction.
 */
export function withStandingPatients<A>(decided: Decided<A>, at: Deciding): Decided<A> {
  const more: Decision[] = [];
  const rowOf = (id: PatientId): RegisteredPatient | undefined =>
    decided.also?.patients?.find((row) => row.id === id) ?? at.reading.patient(id);
  for (const token of openedAgain(decided.decisions)) {
    const patientId = token.patientId && standingAmong(token.patientId, rowOf)?.id;
    if (!patientId || patientId === token.patientId) continue;
    const book = latest([...decided.decisions, ...more], token);
    const corrected = book && correct(book, { tokenId: token.id, patientId }, at.contextOn(book.serviceDay));
    if (corrected?.ok) more.push(corrected.value);
  }
  return more.length === 0 ? decided : { ...decided, decisions: [...decided.decisions, ...more] };
}

function openedAgain(decisions: readonly Decision[]): Token[] {
  const opened = new Map<string, Token>();
  for (const event of decisions.flatMap(({ events }) => events)) {
    if (!isTokenEvent(event) || event.before === null) continue;
    const { before, after } = event;
    if (isOpen(after) && (!isOpen(before) || before.patientId !== after.patientId))
      opened.set(after.id, after);
  }
  return [...opened.values()];
}

function latest(decisions: readonly Decision[], { id }: Token): Book | undefined {
  return decisions.findLast(({ book }) => book.tokens.some((token) => token.id === id))?.book;
}
