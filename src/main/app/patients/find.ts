import type { CheckedInput } from '../../../shared/contract';
import { foldTight } from '../../../shared/model/fold';
import { patientIdSchema } from '../../../shared/model/ids';
import type { FoundPatientRow } from '../../../shared/model/patient-page';
import { patientSearchFor } from '../../../shared/model/patient-search';
import { patientSearchKeys, type RegisteredPatient } from '../../../shared/model/registered-patient';
import { type NameSearch, nameSearch } from '../../../shared/names/search-keys';
import { ok, type Result } from '../../../shared/result';
import type { Store } from '../../store/store';
import type { Call } from '../call';
import { standingFor } from '../run/standing';

/** More than anybody reads through. */
const MOST_FOUND = 50;
/** The latest who fit, among whom the best are sought: twice as many, by text and by sound. */
const MOST_READ = 100;
/** Behind all who are found by name. */
const LAST = 100;

/** Patients by whatever they can say or show, the best first: numbers, the very name, one that sounds so. */
export async function findInRegister(
  { environment: { store }, settings }: Call,
  { query }: CheckedInput<'patients.find'>,
): Promise<Result<FoundPatientRow[]>> {
  const search = patientSearchFor(query, settings.clinic.country);
  if (!search) return ok([]);
  const asked = nameSearch(query);
  const found = new Map<number, { readonly line: FoundPatientRow; readonly rank: number }>();
  for (const row of [
    ...(await byNumber(store, search.tight)),
    ...(await store.searchPatients(search, MOST_READ)),
  ]) {
    const rank = rankOf(row, search.tight, asked);
    const patient = rank === null ? null : await standingFor(store, row);
    const before = patient && found.get(patient.id);
    if (rank === null || !patient || (before && before.rank <= rank)) continue;
    const line = before?.line ?? (await lineOf(store, patient));
    if (line) found.set(patient.id, { line, rank });
  }
  const best = [...found.values()].sort((a, b) => a.rank - b.rank).slice(0, MOST_FOUND);
  return ok(best.map(({ line }) => line));
}

/** The number in the register is found as such. */
async function byNumber(store: Store, tight: string): Promise<RegisteredPatient[]> {
  const number = /^\d{1,9}$/.test(tight) ? patientIdSchema.safeParse(Number(tight)).data : undefined;
  const patient = number === undefined ? undefined : await store.patient(number);
  return patient ? [patient] : [];
}

/** A number of their own is before any name; null: only runs of letters are alike. */
function rankOf(row: RegisteredPatient, tight: string, asked: NameSearch | null): number | null {
  if (String(row.id) === tight || foldTight(row.clinicNumber) === tight) return -1;
  return asked?.rank(patientSearchKeys(row)) ?? (patientSearchKeys(row).text.includes(tight) ? LAST : null);
}

/** Null: whoever it was has no visit any more. */
export async function lineOf(store: Store, patient: RegisteredPatient): Promise<FoundPatientRow | null> {
  const { visits, last } = await store.visitsOfPatient(patient.id);
  if (!last) return null;
  const { id: patientId, name, secondName, sex, birth, contacts, address, clinicNumber } = patient;
  const latest = { tokenId: last.id, visits, lastDay: last.serviceDay, lastDoctorId: last.doctorId };
  return { patientId, name, secondName, sex, birth, contacts, address, clinicNumber, ...latest };
}
