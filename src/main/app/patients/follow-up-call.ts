import type { CheckedInput } from '../../../shared/contract';
import type { FollowUp } from '../../../shared/model/follow-up';
import { ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import { bookOf, noDoctor } from '../run/plan';
import { checkReach } from '../time/reach';
import { followUpOn, visitsOf } from './follow-up';
import { noPatient, registrar } from './registrar';

/**
 * Whether a follow-up is due to whoever a token would be of, found as it would be. Nobody is added. Errors: NOT_FOUND no such
 * doctor or patient; INVALID_INPUT too far away.
 */
export async function followUpFor(
  call: Call,
  { patientId: asked, ...input }: CheckedInput<'patients.followUp'>,
): Promise<Result<FollowUp>> {
  const { environment, now, today } = call;
  const { doctorId, patientContact } = input;
  const reach = checkReach(input.serviceDay, today);
  if (!reach.ok) return reach;
  const book = bookOf(call, input);
  const patients = { ids: asked === undefined ? [] : [asked], contacts: [patientContact] };
  return environment.store.look({ books: [book], patients, today, now }, (_books, reading) => {
    const doctor = reading.doctor(doctorId);
    if (!doctor) return noDoctor(doctorId);
    const register = registrar(reading, now);
    const patient = asked === undefined ? register.whoIs(input) : register.standing(asked);
    if (patient === undefined) return noPatient(asked);
    const visits = patient ? visitsOf(reading, patient.id, doctorId, register.added) : [];
    return ok(followUpOn(visits, doctor.followUp, book.serviceDay));
  });
}
