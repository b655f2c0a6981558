import { cleanText, hasLetterOrDigit } from '../../../../../shared/model/fold';
import { MAX_NAME_LENGTH, patientContactSchema } from '../../../../../shared/model/patient';
import type { Draft } from '../../../stores/draft';

export type DraftField = 'phone' | 'name' | 'doctor';
/** What is wrong, by field; each has its words in the texts under `issue.problem`. */
export type DraftProblem = 'phone' | 'phoneLetters' | 'nameMissing' | 'nameLong' | 'doctor';
export type DraftProblems = Partial<Record<DraftField, DraftProblem>>;

/** Digits above which a number may be a whole one. */
const SHORTEST_PHONE = 7;

/** As the main process checks it, said before it is asked: beside the field, in the reader's language. */
export function problemsOf(draft: Draft, hasDoctor: boolean): DraftProblems {
  const name = cleanText(draft.name);
  const problems: DraftProblems = {};
  const phone = phoneProblem(draft.phone);
  if (phone !== null) problems.phone = phone;
  if (!hasLetterOrDigit(name)) problems.name = 'nameMissing';
  else if ([...name].length > MAX_NAME_LENGTH) problems.name = 'nameLong';
  if (!hasDoctor) problems.doctor = 'doctor';
  return problems;
}

/** Whether what stands in the phone field could be a whole number. */
export function isWholePhone(text: string): boolean {
  return digitCount(text) >= SHORTEST_PHONE && !hasLetters(text);
}

/** What cannot be a phone number, nor an e-mail address; nothing at all is fine. */
export function phoneProblem(text: string): 'phone' | 'phoneLetters' | null {
  if (patientContactSchema.safeParse(text).success) return null;
  return hasLetters(text) ? 'phoneLetters' : 'phone';
}

function hasLetters(text: string): boolean {
  return /[\p{L}\p{M}]/u.test(text);
}

export function digitCount(text: string): number {
  return text.match(/\p{Nd}/gu)?.length ?? 0;
}

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** What a scanner types when it reads the code of a slip: the token's id. */
export function isScannedId(text: string): boolean {
  return uuid.test(text.trim());
}
