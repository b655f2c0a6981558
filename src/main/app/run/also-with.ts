import type { AlsoWith } from '../../../shared/model/also-with';
import type { DoctorId, PatientId } from '../../../shared/model/ids';
import type { ServiceDay } from '../../../shared/model/time';
import type { Token } from '../../../shared/model/token';
import type { Call } from '../call';
import { timesOf } from './call-list';

type Asked = Pick<Call, 'environment' | 'today'>;

/** With the other doctors whom the patient of this token sees on its day, by time; who waits for a seat last. */
export async function alsoWithOf(
  call: Asked,
  { patientId, doctorId, serviceDay }: Pick<Token, 'patientId' | 'doctorId' | 'serviceDay'>,
): Promise<AlsoWith[]> {
  return patientId === null ? [] : openOn(call, patientId, serviceDay, doctorId);
}

/** The open tokens of somebody on a day; but for those with one doctor. */
export async function openOn(
  { environment: { store }, today }: Asked,
  patientId: PatientId,
  day: ServiceDay,
  without?: DoctorId,
): Promise<AlsoWith[]> {
  const all = await store.openTokensOfPatient(patientId, day, day);
  const tokens = all.filter(({ doctorId }) => doctorId !== without);
  if (tokens.length === 0) return [];
  const books = await store.books(tokens, today);
  const also: AlsoWith[] = [];
  for (const [index, token] of tokens.entries()) {
    const doctor = await store.doctor(token.doctorId);
    const book = books[index];
    if (!doctor || !book) continue;
    const { id, name, nameIn, room } = doctor;
    const { id: tokenId, number, status } = token;
    also.push({ tokenId, number, status, doctor: { id, name, nameIn, room }, slot: timesOf(book, token) });
  }
  const begins = ({ slot }: AlsoWith): number => slot?.startMinute ?? Number.POSITIVE_INFINITY;
  return also.sort((a, b) => begins(a) - begins(b) || a.number.localeCompare(b.number));
}

/** A ticket with whom else its patient sees that day. */
export async function withAlso<T extends { readonly token: Token }>(
  call: Call,
  ticket: T,
): Promise<T & { readonly alsoWith: AlsoWith[] }> {
  return { ...ticket, alsoWith: await alsoWithOf(call, ticket.token) };
}
