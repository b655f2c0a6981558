import type { CheckedInput } from '../../../shared/contract';
import { MOST_VISITS } from '../../../shared/contract/privacy';
import type { FoundPatient, KeptVisit } from '../../../shared/model/privacy';
import { searchFor } from '../../../shared/model/search';
import { isOpen } from '../../../shared/model/token';
import { ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import { noToken } from '../run/plan';

/** More than anybody reads through. */
const MOST_FOUND = 100;
/** So that it is a search, and no list of everybody. */
const LEAST_TYPED = 3;

export async function findPatients(
  { environment: { store } }: Call,
  { query }: CheckedInput<'privacy.find'>,
): Promise<Result<FoundPatient[]>> {
  const search = searchFor(query);
  if (!search || search.tight.length < LEAST_TYPED) return ok([]);
  return ok([...(await store.findPatients(search, MOST_FOUND))]);
}

/** Errors: NOT_FOUND. */
export async function visitsOf(
  { environment: { store } }: Call,
  { tokenId }: CheckedInput<'privacy.visits'>,
): Promise<Result<KeptVisit[]>> {
  const near = await store.tokensNear(tokenId, MOST_VISITS);
  if (near.length === 0) return noToken(tokenId);
  const doctors = new Map((await store.doctors()).map(({ id, name }) => [id, name]));
  return ok(
    near.map(({ token, isSame }) => {
      const { id, number, serviceDay, doctorId, createdAt, status, patientName, patientContact } = token;
      const doctorName = doctors.get(doctorId) ?? '';
      const visit = { tokenId: id, number, serviceDay, doctorId, doctorName, createdAt, status };
      return { ...visit, patientName, patientContact, isSame, isOpen: isOpen(token) };
    }),
  );
}
