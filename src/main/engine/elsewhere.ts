import type { Book } from '../../shared/model/book';
import { contactEnd, patientKey } from '../../shared/model/patient';
import type { Instant } from '../../shared/model/time';
import type { Token } from '../../shared/model/token';
import { fail, type Result } from '../../shared/result';
import { indexOf } from './book-index';
import type { Context, Elsewhere } from './context';

type Patient = Pick<Token, 'doctorId' | 'patientName' | 'patientContact'>;

/** R27: the token of the same patient that another doctor has called, or has inside; nobody without a contact. */
export function busyElsewhere(context: Context, patient: Patient): Elsewhere | undefined {
  return othersOf(context, patient).find(({ stage }) => stage !== null);
}

/** R27: when the patient was last let go by another doctor; R13 counts from then. 0: never. */
export function freeSince(context: Context, patient: Patient): Instant {
  return Math.max(0, ...othersOf(context, patient).map(({ leftDoorAt }) => leftDoorAt ?? 0));
}

/** R17's key: the same contact and the same name. Contacts are compared first: names cost more. */
function othersOf({ elsewhere = [], country }: Context, patient: Patient): readonly Elsewhere[] {
  const { doctorId, patientName, patientContact } = patient;
  if (elsewhere.length === 0 || patientContact === '') return [];
  const same = byContact(elsewhere).get(contactEnd(patientContact));
  if (!same) return [];
  const key = patientKey(patientName, patientContact, country);
  return same.filter(
    (other) =>
      other.doctorId !== doctorId && patientKey(other.patientName, other.patientContact, country) === key,
  );
}

const contacts = new WeakMap<readonly Elsewhere[], ReadonlyMap<string, readonly Elsewhere[]>>();

/** The same by how the contact ends: it is asked for each token of a book. */
function byContact(elsewhere: readonly Elsewhere[]): ReadonlyMap<string, readonly Elsewhere[]> {
  const known = contacts.get(elsewhere);
  if (known) return known;
  const sorted = new Map<string, Elsewhere[]>();
  for (const other of elsewhere) {
    const end = contactEnd(other.patientContact);
    sorted.set(end, [...(sorted.get(end) ?? []), other]);
  }
  contacts.set(elsewhere, sorted);
  return sorted;
}

/** R27: by what a book differs for those of its patients who are at other doors: the same text, the same patients there. */
export function elsewhereStamp({ doctorId, tokens }: Book, { elsewhere = [] }: Context): string {
  if (elsewhere.length === 0) return '';
  const index = indexOf(tokens);
  const found: string[] = [];
  for (const [end, others] of byContact(elsewhere)) {
    if (end === '') continue;
    const [own] = index.ofContact(tokens, end);
    if (own === undefined) continue;
    for (const other of others) {
      if (other.doctorId === doctorId || other.stage === null) continue;
      found.push(`${other.tokenId} ${other.patientName}`);
    }
  }
  return found.join('\n');
}

/** R27: CONFLICT saying where the patient is. */
export function refuseElsewhere(token: Token, where: Elsewhere): Result<never> {
  return fail('CONFLICT', `${token.number} ${whereabouts(where)}.`, {
    rule: 'R27',
    tokenId: token.id,
    number: token.number,
    elsewhere: [placeOf(token, where)],
  });
}

/** `is with Dr Rao in room 2 as B-004`. */
export function whereabouts({ stage, doctorName, room, number }: Elsewhere): string {
  const does = stage === 'called' ? 'is called by' : 'is with';
  return `${does} ${doctorName}${room === '' ? '' : ` in room ${room}`} as ${number}`;
}

/** For programs: this token, and where its patient is. */
export function placeOf(token: Token, { doctorId, doctorName, room, number, stage }: Elsewhere) {
  return { tokenId: token.id, number: token.number, doctorId, doctorName, room, otherNumber: number, stage };
}
