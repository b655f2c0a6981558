import { audited } from '../../../shared/audited';
import type { CallName, CheckedInput } from '../../../shared/contract';
import type { AlsoWith } from '../../../shared/model/also-with';
import type { PatientId, TokenId } from '../../../shared/model/ids';
import { needOf } from '../../../shared/model/need';
import type { PatientPage, PatientVisit, Twin } from '../../../shared/model/patient-page';
import { patientSearchFor } from '../../../shared/model/patient-search';
import type { RegisteredPatient } from '../../../shared/model/registered-patient';
import type { Token } from '../../../shared/model/token';
import { ok, type Result } from '../../../shared/result';
import type { Store } from '../../store/store';
import type { Call } from '../call';
import { alsoWithOf } from '../run/also-with';
import { noToken } from '../run/plan';
import { standingFor } from '../run/standing';
import { linesOf } from './find';
import { whyTwins } from './twins';

const MOST_VISITS = 200;
/** Of as many of the latest visits it is told who looked, and so many looks. */
const MOST_LOOKED_AT = 20;
const MOST_LOOKS = 40;
/** Who shares one number with more people than these shares it with a house. */
const MOST_NEAR = 60;

/** All that is known of the patient of a token. Errors: NOT_FOUND. */
export async function patientPage(
  call: Call,
  { tokenId }: CheckedInput<'patients.page'>,
): Promise<Result<PatientPage>> {
  const { environment, now, settings, today } = call;
  const { store } = environment;
  const token = await tokenOf(call, tokenId);
  if (!token) return noToken(tokenId);
  const row = token.patientId === null ? undefined : await store.patient(token.patientId);
  const patient = row ? await standingFor(store, row) : null;
  const tokens = patient ? await store.tokensOfPatient(patient.id, MOST_VISITS) : [token];
  const doctors = new Map((await store.doctors()).map(({ id, name }) => [id, name]));
  return ok({
    patient,
    need: patient ? needOf(patient, today, settings.rules) : null,
    merged: patient ? [...(await store.mergedWith(patient.id))] : [],
    visits: tokens.map((one) => visitOf(one, doctors.get(one.doctorId) ?? '')),
    twins: patient ? await twinsOf(call, patient) : [],
    looks: await looksAt(store, tokens.slice(0, MOST_LOOKED_AT)),
    now,
  });
}

/** R27: with whom else the patient of a token is on its day. Errors: NOT_FOUND. */
export async function alsoWithOfToken(
  call: Call,
  { tokenId }: CheckedInput<'patients.alsoWith'>,
): Promise<Result<AlsoWith[]>> {
  const token = await tokenOf(call, tokenId);
  return token ? ok(await alsoWithOf(call, token)) : noToken(tokenId);
}

/** A token as its book has it. */
export async function tokenOf(
  { environment: { store }, today }: Call,
  tokenId: TokenId,
): Promise<Token | undefined> {
  const key = await store.bookOfToken(tokenId);
  const book = key && (await store.book(key, today));
  return book?.tokens.find(({ id }) => id === tokenId);
}

function visitOf(token: Token, doctorName: string): PatientVisit {
  const { id: tokenId, number, serviceDay, doctorId, source, status } = token;
  const { patientName, patientContact } = token;
  const cancelReason = token.status === 'cancelled' ? token.cancelReason : null;
  return {
    tokenId,
    number,
    serviceDay,
    doctorId,
    doctorName,
    source,
    status,
    cancelReason,
    patientName,
    patientContact,
  };
}

/** Rows that may be the same person: they are only proposed. */
async function twinsOf(call: Call, patient: RegisteredPatient): Promise<Twin[]> {
  const { store } = call.environment;
  const { country } = call.settings.clinic;
  const near: RegisteredPatient[] = [];
  for (const contact of patient.contacts) near.push(...(await store.patientsNearContact(contact)));
  const numbers = [patient.clinicNumber, ...patient.identifiers.map(({ value }) => value)];
  for (const number of numbers) {
    const search = patientSearchFor(number, country);
    if (search) near.push(...(await store.searchPatients(search, MOST_NEAR)));
  }
  const reasons = new Map<PatientId, Twin['why']>();
  const twins: RegisteredPatient[] = [];
  for (const one of near) {
    const why = one.id === patient.id || one.mergedInto !== null ? null : whyTwins(patient, one, country);
    if (why === null || reasons.has(one.id)) continue;
    reasons.set(one.id, why);
    twins.push(one);
  }
  return (await linesOf(call, twins)).flatMap((line) => {
    const why = reasons.get(line.patientId);
    return why === undefined ? [] : [{ ...line, why }];
  });
}

const isLook = (kind: string): boolean =>
  Object.hasOwn(audited, kind) && audited[kind as CallName] === 'look';

async function looksAt(store: Store, tokens: readonly Token[]): Promise<PatientPage['looks']> {
  const persons = new Map((await store.people()).persons.map(({ id, name }) => [id, name]));
  const devices = new Map((await store.devices()).map(({ id, name }) => [id, name]));
  const looks: PatientPage['looks'] = [];
  for (const { id } of tokens) {
    for (const { id: line, at, kind, by } of await store.auditLines({ tokenId: id }, MOST_LOOKS)) {
      if (!isLook(kind)) continue;
      const personName = (by.personId && persons.get(by.personId)) ?? null;
      const deviceName = (by.deviceId && devices.get(by.deviceId)) ?? null;
      looks.push({ id: line, at, kind, personName, deviceName, role: by.role });
    }
  }
  return looks.sort((a, b) => b.id - a.id).slice(0, MOST_LOOKS);
}
