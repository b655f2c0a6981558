import type { Book } from '../../shared/model/book';
import { isSamePatient, marksOf, type OfPatient } from '../../shared/model/patient';
import type { Instant } from '../../shared/model/time';
import type { Token } from '../../shared/model/token';
import { fail, type Result } from '../../shared/result';
import { indexOf } from './book-index';
import type { Context, Elsewhere } from './context';

type Patient = OfPatient & Pick<Token, 'doctorId'>;

/** R27: the token of the same patient that another doctor has called, or has inside; nobody of whom neither row nor contact is known. */
export function busyElsewhere(context: Context, patient: Patient): Elsewhere | undefined {
  return othersOf(context, patient).find(({ stage }) => stage !== null);
}

/** R27: when the patient was last let go by another doctor; R13 counts from then. 0: never. */
export function freeSince(context: Context, patient: Patient): Instant {
  return Math.max(0, ...othersOf(context, patient).map(({ leftDoorAt }) => leftDoorAt ?? 0));
}

/** Who is the same patient elsewhere. */
function othersOf({ elsewhere = [], country }: Context, patient: Patient): readonly Elsewhere[] {
  if (elsewhere.length === 0) return [];
  const marked = byMark(elsewhere);
  const near = marksOf(patient).flatMap((mark) => (mark === '' ? [] : (marked.get(mark) ?? [])));
  if (near.length === 0) return near;
  return [...new Set(near)].filter(
    (other) => other.doctorId !== patient.doctorId && isSamePatient(other, patient, country),
  );
}

const marks = new WeakMap<readonly Elsewhere[], ReadonlyMap<string, readonly Elsewhere[]>>();

/** The same by what is known of the patient: it is asked for each token of a book. */
function byMark(elsewhere: readonly Elsewhere[]): ReadonlyMap<string, readonly Elsewhere[]> {
  const known = marks.get(elsewhere);
  if (known) return known;
  const sorted = new Map<string, Elsewhere[]>();
  for (const other of elsewhere) {
    for (const mark of marksOf(other)) sorted.set(mark, [...(sorted.get(mark) ?? []), other]);
  }
  marks.set(elsewhere, sorted);
  return sorted;
}

/** R27: by what a book differs for those of its patients who are at other doors: the same text, the same patients there. */
export function elsewhereStamp({ doctorId, tokens }: Book, { elsewhere = [] }: Context): string {
  if (elsewhere.length === 0) return '';
  const index = indexOf(tokens);
  const found: string[] = [];
  for (const [mark, others] of byMark(elsewhere)) {
    if (mark === '') continue;
    const [own] = index.marked(tokens, mark);
    if (own === undefined) continue;
    for (const other of others) {
      if (other.doctorId === doctorId || other.stage === null) continue;
      found.push(`${other.tokenId} ${other.patientId} ${other.patientName}`);
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
