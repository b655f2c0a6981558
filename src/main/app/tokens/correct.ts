import type { CheckedInput } from '../../../shared/contract';
import type { ChangedToken } from '../../../shared/contract/tokens';
import { ok, type Result } from '../../../shared/result';
import { correct, needAfter } from '../../engine';
import type { Call } from '../call';
import { followUpMark } from '../patients/follow-up';
import { keptNeed } from '../patients/need';
import { registrar } from '../patients/registrar';
import { claimedBefore } from '../run/claimed';
import { changed, noToken, type Plan } from '../run/plan';
import { checkSeen } from '../run/seen';

/**
 * R16: name, contact or note as they should have been. Under another name or contact it is somebody else's token: whoever
 * bears these in the register, or somebody new, with their need (R26). Errors: NOT_FOUND, INVALID_INPUT.
 */
export async function correctToken(
  { environment: { store }, now }: Call,
  input: CheckedInput<'tokens.correct'>,
): Promise<Result<Plan<ChangedToken>>> {
  const { tokenId, patientContact, seen } = input;
  const key = await store.bookOfToken(tokenId);
  if (!key) return noToken(tokenId);
  return ok({
    books: [key],
    patients: { contacts: patientContact === undefined ? [] : [patientContact] },
    decide: ([book], { contextOn, reading }) => {
      const token = book?.tokens.find(({ id }) => id === tokenId);
      if (!book || !token) return noToken(tokenId);
      const stands = checkSeen(seen, tokenId, book);
      if (!stands.ok) return stands;
      const register = registrar(reading, now);
      const said = {
        patientName: input.patientName ?? token.patientName,
        patientContact: patientContact ?? token.patientContact,
      };
      const patient = register.whoIsNow(token, said);
      const context = contextOn(book.serviceDay);
      const patientId = patient?.id ?? null;
      const kept = patient === undefined ? null : keptNeed(patient, book.serviceDay, context)?.precedence;
      const whose = patient !== undefined && {
        patientId,
        need: needAfter(token, kept ?? null, claimedBefore(token, reading)),
        // Somebody else's visits say whether it is one.
        ...(patientId !== token.patientId && {
          followUp: followUpMark(reading, { ...token, patientId }, register.added),
        }),
      };
      const corrected = changed(correct(book, { ...input, ...whose }, context));
      return corrected.ok ? ok({ ...corrected.value, also: { patients: register.added } }) : corrected;
    },
  });
}
