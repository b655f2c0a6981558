import { type BookEvent, isTokenEvent } from '../../../shared/model/event';
import { erasedPersonal, type OfPatient, patientKey, whoseContact } from '../../../shared/model/patient';
import type { Token } from '../../../shared/model/token';
import type { KeptOfPatient } from '../../store/store';

/**
 * What is kept with tokens, without whose they were before they were corrected: a patient is given nothing of another. What happened with
 * the number stays.
 * @param country the clinic's, for phones without a code
 */
export function ownPart(kept: KeptOfPatient, country: string): KeptOfPatient {
  const keyOf = ({
    patientName,
    patientContact,
  }: Pick<OfPatient, 'patientName' | 'patientContact'>): string =>
    patientKey(patientName, patientContact, country);
  const owners = new Map(kept.tokens.map((token) => [token.id, token]));
  const own = new Set(kept.tokens.map(keyOf));
  const contacts = new Set(kept.tokens.map(({ patientContact }) => whoseContact(patientContact, country)));
  contacts.delete('');

  /** By the row, by name and contact, or by the contact alone: a correction of the spelling is a row of its own. */
  function isOwn(said: Token): boolean {
    if (contacts.has(whoseContact(said.patientContact, country)) || own.has(keyOf(said))) return true;
    return said.patientId !== null && said.patientId === owners.get(said.id)?.patientId;
  }
  const masked = (said: Token): Token => (isOwn(said) ? said : { ...said, ...erasedPersonal });
  const events = kept.events.map((event): BookEvent => {
    if (!isTokenEvent(event)) return event;
    return { ...event, before: event.before && masked(event.before), after: masked(event.after) };
  });
  const said = kept.events
    .filter(isTokenEvent)
    .flatMap(({ before, after }) => (before ? [before, after] : [after]));
  const others = said.filter((one) => !isOwn(one));
  const othersKeys = new Set(others.map(keyOf));
  const names = new Set(others.flatMap(({ patientName, patientContact }) => [patientName, patientContact]));
  names.delete('');
  const namesOther = (answer: unknown): boolean => {
    const text = JSON.stringify(answer);
    return [...names].some((word) => text.includes(JSON.stringify(word)));
  };
  const { patientName, patientContact } = erasedPersonal;
  return {
    ...kept,
    events,
    callList: kept.callList.map((line) =>
      othersKeys.has(keyOf(line)) ? { ...line, patientName, patientContact } : line,
    ),
    answers: kept.answers.filter(({ answer }) => !namesOther(answer)),
  };
}
