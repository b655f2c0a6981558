import type { CheckedInput } from '../../../shared/contract';
import { MOST_VISITS } from '../../../shared/contract/privacy';
import { patientKey } from '../../../shared/model/patient';
import type { FoundPatient, KeptVisit } from '../../../shared/model/privacy';
import { searchFor } from '../../../shared/model/search';
import type { Instant } from '../../../shared/model/time';
import { isOpen } from '../../../shared/model/token';
import { ok, type Result } from '../../../shared/result';
import type { PatientOfToken, TokenPlace } from '../../store/store';
import type { Call } from '../call';
import { breathe } from '../run/breathe';
import { noToken } from '../run/plan';

/** More than anybody reads through. */
const MOST_FOUND = 100;
/** Tokens looked at in one piece: some milliseconds. */
const PIECE = 2_000;
/** So that it is a search, and no list of everybody. */
const LEAST_TYPED = 3;

export async function findPatients(
  { environment: { store }, settings }: Call,
  { query }: CheckedInput<'privacy.find'>,
): Promise<Result<FoundPatient[]>> {
  const { country } = settings.clinic;
  const search = searchFor(query, country);
  if (!search || search.tight.length < LEAST_TYPED) return ok([]);
  const found = new Map<string, FoundPatient & { createdAt: Instant }>();
  for (let place: TokenPlace | null | undefined; place !== null; ) {
    const piece = await store.findPatients(search, place ?? null, PIECE);
    for (const token of piece.found) count(found, token, country);
    place = piece.next;
    await breathe();
  }
  const latest = [...found.values()].sort((a, b) => b.createdAt - a.createdAt).slice(0, MOST_FOUND);
  return ok(latest.map(({ createdAt: _, ...patient }) => patient));
}

/** Each once, however name and phone were written; the latest token stands for all. */
function count(
  found: Map<string, FoundPatient & { createdAt: Instant }>,
  { id: tokenId, patientName, patientContact, serviceDay: lastDay, createdAt }: PatientOfToken,
  country: string,
): void {
  const key = patientKey(patientName, patientContact, country);
  const known = found.get(key);
  const visits = (known?.visits ?? 0) + 1;
  const isLatest = known === undefined || createdAt > known.createdAt;
  const shown = isLatest ? { tokenId, patientName, patientContact, lastDay, createdAt } : known;
  found.set(key, { ...shown, visits });
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
