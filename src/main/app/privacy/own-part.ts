import { type BookEvent, isTokenEvent } from '../../../shared/model/event';
import { ERASED_NAME, type OfPatient, patientKey, whoseContact } from '../../../shared/model/patient';
import type { Token } from '../../../shared/model/token';
import type { KeptOfPatient } from '../../store/store';

const nobody = { patientName: ERASED_NAME, patientContact: '', patientId: null, note: '' } as const;

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
  const others = new Map<string, Token>();

  /** By the row, by name and contact, or by the contact alone: a correction of the spelling is a row of its own. */
  function isOwn(said: Token): boolean {
    const owner = owners.get(said.id);
    if (contacts.has(whoseContact(said.patientContact, country))) return true;
    if (own.has(keyOf(said)) || (said.patientId !== null && said.patientId === owner?.patientId)) return true;
    others.set(keyOf(said), said);
    return false;
  }
  const masked = (said: Token): Token => (isOwn(said) ? said : { ...said, ...nobody });
  const events = kept.events.map((event): BookEvent => {
    if (!isTokenEvent(event)) return event;
    return { ...event, before: event.before && masked(event.before), after: masked(event.after) };
  });
  const names = [...others.values()].flatMap(({ patientName, patientContact }) =>
    [patientName, patientContact].filter((word) => word !== ''),
  );
  const namesOther = (answer: unknown): boolean => {
    const text = JSON.stringify(answer);
    return names.some((word) => text.includes(JSON.stringify(word)));
  };
  return {
    ...kept,
    events,
    callList: kept.callList.map((line) => (others.has(keyOf(line)) ? { ...line, ...nobody } : line)),
    answers: kept.answers.filter(({ answer }) => !namesOther(answer)),
  };
}
