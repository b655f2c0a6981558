import type { DoctorId } from '../../../../shared/model/ids';
import { patientContactSchema, patientNameSchema } from '../../../../shared/model/patient';
import type { Ticket } from '../../../../shared/model/view';
import type { AppError } from '../../../../shared/result';
import { t } from '../../i18n';

export type Step = 'doctor' | 'details' | 'check' | 'done';
export type VisitKind = 'walk_in' | 'follow_up';
export type Field = 'name' | 'phone';

/** One patient's visit to the kiosk, from the first tap to the number. It makes at most one token. */
export interface Visit {
  /** Sent with the token, so that main recognises the same visit again (R17). */
  readonly requestId: string;
  /** What was last sent under this requestId. */
  readonly sent: string | null;
  readonly step: Step;
  readonly doctorId: DoctorId | null;
  readonly name: string;
  readonly phone: string;
  readonly kind: VisitKind;
  /** In words, beside the field. */
  readonly problems: Readonly<Record<Field, string | null>>;
  /** Why main refused, when it was no field's fault. */
  readonly refusal: AppError | null;
  readonly ticket: Ticket | null;
}

const noProblems = { name: null, phone: null } as const;

export function newVisit(requestId: string): Visit {
  return {
    requestId,
    sent: null,
    step: 'doctor',
    doctorId: null,
    name: '',
    phone: '',
    kind: 'walk_in',
    problems: noProblems,
    refusal: null,
    ticket: null,
  };
}

export function chooseDoctor(visit: Visit, doctorId: DoctorId): Visit {
  return { ...visit, doctorId, step: 'details', refusal: null };
}

export function edit(visit: Visit, field: Field, value: string): Visit {
  return { ...visit, [field]: value, problems: { ...visit.problems, [field]: null }, refusal: null };
}

/** To the summary, if the details pass the same checks that main makes; else says what is wrong. */
export function checkDetails(visit: Visit): Visit {
  const problems = {
    name: firstProblem(patientNameSchema.safeParse(visit.name)),
    phone:
      visit.phone.trim() === ''
        ? t.kiosk.phoneRequired
        : firstProblem(patientContactSchema.safeParse(visit.phone)),
  };
  const fine = problems.name === null && problems.phone === null;
  return { ...visit, problems, refusal: null, step: fine ? 'check' : 'details' };
}

export function goBack(visit: Visit): Visit {
  const step = visit.step === 'check' ? 'details' : 'doctor';
  return { ...visit, step, refusal: null };
}

/** The visit as it is about to be sent: the same content keeps its requestId, other content gets a new one. */
export function aboutToSend(visit: Visit, freshId: () => string): Visit {
  const content = JSON.stringify([visit.doctorId, visit.kind, visit.name, visit.phone]);
  const requestId = visit.sent === null || visit.sent === content ? visit.requestId : freshId();
  return { ...visit, requestId, sent: content, refusal: null };
}

export function issued(visit: Visit, ticket: Ticket): Visit {
  return { ...visit, step: 'done', ticket, refusal: null, problems: noProblems };
}

/** Main refused: beside the field if it names one, else on the summary. */
export function refused(visit: Visit, error: AppError): Visit {
  const field = error.code === 'INVALID_INPUT' ? fieldOf(error) : null;
  if (field === null) return { ...visit, refusal: error };
  return { ...visit, step: 'details', problems: { ...noProblems, [field]: error.message } };
}

function fieldOf(error: AppError): Field | null {
  const named = error.details?.field;
  if (named === 'patientName') return 'name';
  return named === 'patientContact' ? 'phone' : null;
}

function firstProblem(result: {
  error?: { issues: readonly { message: string }[] } | undefined;
}): string | null {
  return result.error?.issues[0]?.message ?? null;
}
