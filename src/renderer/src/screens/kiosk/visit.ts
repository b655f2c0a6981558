import { type Card, keptOfCard } from '../../../../shared/codes/card';
import type { DoctorSummary } from '../../../../shared/model/doctor-summary';
import type { DoctorId } from '../../../../shared/model/ids';
import { MAX_NAME_LENGTH, patientContactSchema, patientNameSchema } from '../../../../shared/model/patient';
import type { OnCard } from '../../../../shared/model/registered-patient';
import type { Ticket } from '../../../../shared/model/ticket';
import type { Precedence } from '../../../../shared/model/token';
import type { AppError } from '../../../../shared/result';

export type Step =
  | 'language'
  | 'need'
  | 'doctor'
  | 'full'
  | 'details'
  | 'claim'
  | 'check'
  | 'booking'
  | 'done';
export type VisitKind = 'walk_in' | 'follow_up';
export type Field = 'name' | 'phone';
/** What is wrong with a field; the screen has a sentence for each. */
export type Problem = 'nameMissing' | 'nameLong' | 'nameWrong' | 'phoneMissing' | 'phoneWrong';

/** One patient's visit to the kiosk, from the first tap to the number. It makes at most one token. */
export interface Visit {
  /** Of this visit, from its start to its end: the next one has another. */
  readonly id: string;
  /** Sent with the command, so that main recognises the same visit again (R17). */
  readonly requestId: string;
  /** What was last sent under this requestId. */
  readonly sent: string | null;
  readonly step: Step;
  readonly kind: VisitKind;
  readonly doctorId: DoctorId | null;
  readonly name: string;
  readonly phone: string;
  /** Of a scanned card, which proves nobody; null: none. */
  readonly card: (Pick<Card, 'name' | 'birth'> & OnCard) | null;
  /** R26: it is asked for. */
  readonly asksNeed: boolean;
  /** R26: as the patient says; null: none, or not asked. */
  readonly claim: Precedence | null;
  /** What of a slip was scanned before a booking was asked for; empty: nothing. */
  readonly scanned: string;
  /** Shown beside the field. */
  readonly problems: Readonly<Record<Field, Problem | null>>;
  /** Why main refused, when it was no field's fault. */
  readonly refusal: AppError | null;
  readonly ticket: Ticket | null;
}

const noProblems = { name: null, phone: null } as const;

export function newVisit(requestId: string): Visit {
  return {
    id: requestId,
    requestId,
    sent: null,
    step: 'language',
    kind: 'walk_in',
    doctorId: null,
    name: '',
    phone: '',
    card: null,
    asksNeed: false,
    claim: null,
    scanned: '',
    problems: noProblems,
    refusal: null,
    ticket: null,
  };
}

export function goTo(visit: Visit, step: Step): Visit {
  return { ...visit, step, refusal: null };
}

export function needToken(visit: Visit, kind: VisitKind): Visit {
  return { ...goTo(visit, 'doctor'), kind };
}

export function haveBooking(visit: Visit, scanned = ''): Visit {
  return { ...goTo(visit, 'booking'), doctorId: null, scanned };
}

/** What a scanned card says of its bearer; of what it does not say, what was typed is kept. */
export function fillFromCard(visit: Visit, card: Card): Visit {
  const { name, phone, birth } = card;
  const filled = { name: name || visit.name, phone: phone || visit.phone };
  return {
    ...visit,
    ...filled,
    card: { name, birth, ...keptOfCard(card) },
    problems: noProblems,
    refusal: null,
  };
}

/** The birth on a scanned card, as long as the name is its. */
export function birthOf({ card, name }: Visit): string | null {
  return card !== null && card.name !== '' && card.name === name ? card.birth : null;
}

/** The same for its numbers and the sex. */
export function onCardOf({ card, name }: Visit): OnCard | null {
  if (card === null || card.name === '' || card.name !== name) return null;
  const { sex, identifiers } = card;
  return { sex, identifiers };
}

/** A doctor whose seats are all taken asks first whether the waiting list will do. */
export function chooseDoctor(visit: Visit, { doctor, state }: DoctorSummary): Visit {
  return { ...goTo(visit, state === 'list' ? 'full' : 'details'), doctorId: doctor.id };
}

export function edit(visit: Visit, field: Field, value: string): Visit {
  return { ...visit, [field]: value, problems: { ...visit.problems, [field]: null }, refusal: null };
}

/** On, if the details pass the same checks that main makes: to the summary, or to what is asked before; else says what is wrong. */
export function checkDetails(visit: Visit, asksNeed = false): Visit {
  const problems = { name: nameProblem(visit.name), phone: phoneProblem(visit.phone) };
  const fine = problems.name === null && problems.phone === null;
  return { ...goTo(visit, fine ? (asksNeed ? 'claim' : 'check') : 'details'), asksNeed, problems };
}

export function nameProblem(name: string): Problem | null {
  if (patientNameSchema.safeParse(name).success) return null;
  return [...name].length > MAX_NAME_LENGTH ? 'nameLong' : 'nameMissing';
}

function phoneProblem(phone: string): Problem | null {
  if (phone.trim() === '') return 'phoneMissing';
  return patientContactSchema.safeParse(phone).success ? null : 'phoneWrong';
}

/** R26: which of these applies, if any. */
export function answerClaim(visit: Visit, claim: Precedence | null): Visit {
  return { ...goTo(visit, 'check'), claim };
}

const before: Readonly<Partial<Record<Step, Step>>> = {
  need: 'language',
  doctor: 'need',
  booking: 'need',
  full: 'doctor',
  details: 'doctor',
  claim: 'details',
  check: 'details',
};

/** One step back; from the first question to the start, which the caller makes a new visit. */
export function goBack(visit: Visit): Visit {
  if (visit.step === 'check' && visit.asksNeed) return goTo(visit, 'claim');
  return goTo(visit, before[visit.step] ?? 'language');
}

/** The visit as it is about to be sent: the same content keeps its requestId, other content gets a new one. */
export function aboutToSend(visit: Visit, content: readonly unknown[], freshId: () => string): Visit {
  const sent = JSON.stringify(content);
  const requestId = visit.sent === null || visit.sent === sent ? visit.requestId : freshId();
  return { ...visit, requestId, sent, refusal: null };
}

export function issued(visit: Visit, ticket: Ticket): Visit {
  return { ...goTo(visit, 'done'), ticket, problems: noProblems };
}

/** Main refused: beside the field if it names one, else where the visit stands. */
export function refused(visit: Visit, error: AppError): Visit {
  const named = error.code === 'INVALID_INPUT' ? error.details?.field : undefined;
  if (named === 'patientName') {
    return { ...goTo(visit, 'details'), problems: { ...noProblems, name: 'nameWrong' } };
  }
  if (named === 'patientContact') {
    return { ...goTo(visit, 'details'), problems: { ...noProblems, phone: 'phoneWrong' } };
  }
  return { ...visit, refusal: error };
}
