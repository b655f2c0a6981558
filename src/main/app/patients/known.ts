import type { CheckedInput } from '../../../shared/contract';
import { foldQuery, foldTight } from '../../../shared/model/fold';
import type { PatientId } from '../../../shared/model/ids';
import type { KnownPatient } from '../../../shared/model/known-patient';
import { phonePart, phoneParts } from '../../../shared/model/phone';
import type { RegisteredPatient } from '../../../shared/model/registered-patient';
import type { Instant } from '../../../shared/model/time';
import { ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import { openOn } from '../run/also-with';
import { standingFor } from '../run/standing';
import { visitsById } from './find';

/** More than any family on one phone. */
const MOST_KNOWN = 60;
/** So that it is a search, and no list of everybody. */
const LEAST_TYPED = 4;

/** Patients whose phone has these digits, who were seen last first; those whose phone begins so before others. */
export async function knownPatients(
  call: Call,
  { contact }: CheckedInput<'patients.known'>,
): Promise<Result<KnownPatient[]>> {
  const { settings, today } = call;
  const { store } = call.environment;
  const { country } = settings.clinic;
  const [main = '', ...others] = phoneParts(contact, country);
  const ways = [main || foldQuery(contact).replaceAll(' ', ''), ...others].filter(
    ({ length }) => length >= LEAST_TYPED,
  );
  const owners = new Map<PatientId, { readonly patient: RegisteredPatient; readonly on: string }>();
  for (const tight of ways) {
    for (const row of await store.searchPatients(
      { id: '', tight, words: [tight], names: null },
      MOST_KNOWN,
    )) {
      const patient = await standingFor(store, row);
      const on = row.contacts.find((one) => foldTight(one).includes(tight));
      if (on !== undefined && !owners.has(patient.id)) owners.set(patient.id, { patient, on });
    }
  }
  const all = [...owners.values()];
  const visits = await visitsById(
    store,
    all.map(({ patient }) => patient),
  );
  const known: (KnownPatient & { readonly begins: boolean; readonly at: Instant })[] = [];
  for (const { patient, on } of all) {
    const own = visits.get(patient.id);
    if (!own) continue;
    const { lastDay, lastDoctorId, lastAt: at } = own;
    const begins = ways.some((tight) => phonePart(on, country).startsWith(tight));
    const said = { patientId: patient.id, patientName: patient.name, patientContact: on };
    const open = lastDay < today ? [] : await openOn(call, patient.id, today);
    known.push({ ...said, lastDay, lastDoctorId, visits: own.visits, today: open, begins, at });
  }
  known.sort(
    (a, b) =>
      Number(b.begins) - Number(a.begins) ||
      b.lastDay.localeCompare(a.lastDay) ||
      b.at - a.at ||
      b.visits - a.visits,
  );
  return ok(known.map(({ begins: _begins, at: _at, ...patient }) => patient));
}
