import type { CheckedInput } from '../../../shared/contract';
import { foldTight } from '../../../shared/model/fold';
import { type PatientId, patientIdSchema } from '../../../shared/model/ids';
import type { FoundPatientRow } from '../../../shared/model/patient-page';
import { patientSearchFor } from '../../../shared/model/patient-search';
import { patientSearchKeys, type RegisteredPatient } from '../../../shared/model/registered-patient';
import { LAST_DAY } from '../../../shared/model/time';
import { type NameSearch, nameSearch } from '../../../shared/names/search-keys';
import { ok, type Result } from '../../../shared/result';
import type { Store, VisitsOfPatient } from '../../store/store';
import type { Call } from '../call';
import { standingFor } from '../run/standing';

/** More than anybody reads through. */
const MOST_FOUND = 50;
/** The latest who fit, among whom the best are sought: twice as many, by text and by sound. */
const MOST_READ = 75;
/** Behind all who are found by name. */
const LAST = 100;

/** Patients by whatever they can say or show, the best first: numbers, the very name, one that sounds so. */
export async function findInRegister(
  call: Call,
  { query }: CheckedInput<'patients.find'>,
): Promise<Result<FoundPatientRow[]>> {
  const { settings } = call;
  const { store } = call.environment;
  const search = patientSearchFor(query, settings.clinic.country);
  if (!search) return ok([]);
  const asked = nameSearch(query);
  const ranks = new Map<PatientId, { readonly patient: RegisteredPatient; readonly rank: number }>();
  for (const row of [
    ...(await byNumber(store, search.tight)),
    ...(await store.searchPatients(search, MOST_READ)),
  ]) {
    const rank = rankOf(row, search.tight, asked);
    if (rank === null) continue;
    const patient = await standingFor(store, row);
    const before = ranks.get(patient.id);
    if (!before || before.rank > rank) ranks.set(patient.id, { patient, rank });
  }
  const best = [...ranks.values()].sort((a, b) => a.rank - b.rank).slice(0, MOST_FOUND);
  return ok(
    await linesOf(
      call,
      best.map(({ patient }) => patient),
    ),
  );
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
  const keys = patientSearchKeys(row);
  return asked?.rank(keys) ?? (keys.text.includes(tight) ? LAST : null);
}

/** Each with the latest visit and what is still open, in their order; whoever has no visit any more is left out. */
export async function linesOf(
  { environment: { store }, today }: Call,
  patients: readonly RegisteredPatient[],
): Promise<FoundPatientRow[]> {
  const visits = await visitsById(store, patients);
  const lines: FoundPatientRow[] = [];
  for (const patient of patients) {
    const own = visits.get(patient.id);
    if (!own) continue;
    const { id: patientId, name, secondName, sex, birth, contacts, address, clinicNumber } = patient;
    const latest = {
      tokenId: own.lastId,
      visits: own.visits,
      lastDay: own.lastDay,
      lastDoctorId: own.lastDoctorId,
    };
    const tokens = own.lastDay < today ? [] : await store.openTokensOfPatient(patientId, today, LAST_DAY);
    const open = tokens.map(({ id, number, doctorId, serviceDay }) => {
      return { tokenId: id, number, doctorId, serviceDay };
    });
    lines.push({ patientId, name, secondName, sex, birth, contacts, address, clinicNumber, ...latest, open });
  }
  return lines;
}

/** The visits of each of these who has any. */
export async function visitsById(
  store: Store,
  patients: readonly RegisteredPatient[],
): Promise<ReadonlyMap<PatientId, VisitsOfPatient>> {
  const visits = await store.visitsOfPatients(patients.map(({ id }) => id));
  return new Map(visits.map((one) => [one.patientId, one]));
}
