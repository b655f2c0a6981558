import type { CheckedInput } from '../../../shared/contract';
import { foldTight } from '../../../shared/model/fold';
import type { PatientId } from '../../../shared/model/ids';
import type { KnownPatient } from '../../../shared/model/known-patient';
import { phonePart } from '../../../shared/model/phone';
import type { Instant } from '../../../shared/model/time';
import { ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import { openOn } from '../run/also-with';
import { standingFor } from '../run/standing';

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
  const tight = phonePart(contact, settings.clinic.country) || foldTight(contact);
  if (tight.length < LEAST_TYPED) return ok([]);
  const found = await store.searchPatients({ id: '', tight, words: [tight], names: null }, MOST_KNOWN);
  const known: (KnownPatient & { readonly begins: boolean; readonly at: Instant })[] = [];
  const seen = new Set<PatientId>();
  for (const row of found) {
    const patient = await standingFor(store, row);
    const on = row.contacts.find((one) => foldTight(one).includes(tight));
    if (on === undefined || seen.has(patient.id)) continue;
    seen.add(patient.id);
    const { visits, last } = await store.visitsOfPatient(patient.id);
    if (!last) continue;
    const { id: patientId, name: patientName } = patient;
    const begins = phonePart(on, settings.clinic.country).startsWith(tight);
    const latest = { lastDay: last.serviceDay, lastDoctorId: last.doctorId, visits };
    const open = last.serviceDay < today ? [] : await openOn(call, patient.id, today);
    const facts = { patientId, patientName, patientContact: on, ...latest, today: open };
    known.push({ ...facts, begins, at: last.createdAt });
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
