import type { CheckedInput } from '../../../shared/contract';
import { isSameBook } from '../../../shared/model/book';
import type { PatientId } from '../../../shared/model/ids';
import { isErased } from '../../../shared/model/patient';
import { clinicNumberOf, numberKey } from '../../../shared/model/patient-number';
import type { RegisterSaved } from '../../../shared/model/register-saved';
import type { RegisteredPatient } from '../../../shared/model/registered-patient';
import { refused } from '../../../shared/refusals';
import { fail, ok, type Result } from '../../../shared/result';
import { correct, needAfter } from '../../engine';
import type { Reading } from '../../store/store';
import type { Call } from '../call';
import { claimedBefore } from '../run/claimed';
import { noToken, type Plan } from '../run/plan';
import { followedBy } from './followed';
import { booksOf, followAll, openTokensOf, refuseMore } from './following';
import { keptNeed } from './need';
import { noPatient, type Registrar, registrar } from './registrar';

/**
 * What is known of the patient of a token, anew; who is not in the register yet is added, and the token points there from
 * now on. Open tokens of today and later have the need that follows (R26), but for those of which staff said it.
 * Errors: NOT_FOUND; INVALID_INPUT a birth that is still to come; CONFLICT it was changed since it was shown, or its clinic number is somebody else's.
 */
export async function savePatient(
  call: Call,
  { tokenId, facts, seen }: CheckedInput<'patients.save'>,
): Promise<Result<Plan<RegisterSaved>>> {
  const { environment, now, today } = call;
  const key = await environment.store.bookOfToken(tokenId);
  if (!key) return noToken(tokenId);
  const { patientId, open } = await openTokensOf(call, key, tokenId);
  return ok({
    books: booksOf([key, ...open]),
    patients: {
      ids: patientId === null ? [] : [patientId],
      numbers: [clinicNumberOf(facts.clinicNumber)],
    },
    decide: (books, at) => {
      const { contextOn, reading } = at;
      const book = books.find((one) => isSameBook(one, key));
      const token = book?.tokens.find(({ id }) => id === tokenId);
      if (!book || !token) return noToken(tokenId);
      // Who was erased is nobody any more.
      if (isErased(token)) return noPatient();
      const register = registrar(reading, now);
      const before = token.patientId === null ? undefined : register.standing(token.patientId);
      if (before && seen !== undefined && before.updatedAt !== seen) {
        return changedSince(before.id);
      }
      if (token.patientId !== patientId) return changedSince();
      const { birth } = facts;
      if (birth !== null && birth !== before?.birth && birth > today.slice(0, birth.length)) {
        return fail('INVALID_INPUT', 'This birth is still to come.', { field: 'birth' });
      }
      const more = patientId === null ? undefined : refuseMore(call, reading, patientId, books);
      if (more) return more;
      const owner = otherOwner(register, reading.patientsOfNumber, facts.clinicNumber, before);
      if (owner) {
        const { clinicNumber: number, name, id: patientId } = owner;
        return refused('CONFLICT', 'clinic_number_taken', { number, name, patientId });
      }
      const id = before?.id ?? reading.nextPatientId();
      const since = { createdAt: before?.createdAt ?? now, mergedInto: null };
      const after = { ...facts, ...since, id, updatedAt: now };
      const saved = { patients: [after] };
      if (before) {
        const decisions = books.flatMap((one) => followAll(one, after, register, at));
        const stands = decisions.find((one) => one.token?.id === tokenId)?.token ?? token;
        const answer = { tokenId, followed: followedBy(books, decisions, at) };
        return ok({ decisions, about: { token: stands, warnings: [] }, also: saved, answer });
      }
      const context = contextOn(book.serviceDay);
      const kept = keptNeed(after, book.serviceDay, context)?.precedence ?? null;
      const need = needAfter(token, kept, claimedBefore(token, reading));
      const pointed = correct(book, { tokenId, patientId: id, need }, context);
      if (!pointed.ok) return pointed;
      const decisions = [pointed.value];
      const answer = { tokenId, followed: followedBy(books, decisions, at) };
      return ok({ decisions, about: pointed.value, also: saved, answer });
    },
  });
}

function changedSince(patientId?: PatientId): Result<never> {
  const whose = patientId === undefined ? {} : { patientId };
  return fail('CONFLICT', 'Somebody has changed this since. Please look again.', whose);
}

/**
 * Who else has this clinic number, or stands for somebody who has: on a card or file it must lead to one patient. Whoever shares one
 * from before keeps it.
 */
function otherOwner(
  register: Registrar,
  ofNumber: Reading['patientsOfNumber'],
  clinicNumber: string,
  own: RegisteredPatient | undefined,
): RegisteredPatient | undefined {
  const number = clinicNumberOf(clinicNumber);
  if (own && numberKey(clinicNumberOf(own.clinicNumber)) === numberKey(number)) return undefined;
  return ofNumber(number)
    .map(({ id, clinicNumber }) => ({ ...register.standing(id), clinicNumber }))
    .find((one): one is RegisteredPatient => one.id !== undefined && one.id !== own?.id);
}
