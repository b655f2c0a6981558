import type { CallOutput, CheckedInput } from '../../../shared/contract';
import type { PatientCard } from '../../../shared/model/patient-card';
import { targetOf } from '../../../shared/model/print-settings';
import { ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import { printFailed } from '../outside/printers';
import { noToken } from '../run/plan';
import { standingFor } from '../run/standing';
import { tokenOf } from './page';
import { noPatient } from './registrar';

/** What stands on the card of the patient of a token. Errors: NOT_FOUND, also who is not in the register yet. */
export async function patientCard(
  call: Call,
  { tokenId }: CheckedInput<'documents.card'>,
): Promise<Result<PatientCard>> {
  const { environment, settings } = call;
  const { store, practice = false } = environment;
  const token = await tokenOf(call, tokenId);
  if (!token) return noToken(tokenId);
  const row = token.patientId === null ? undefined : await store.patient(token.patientId);
  if (!row) return noPatient();
  const { id: patientId, name, birth, sex } = await standingFor(store, row);
  const { clinicName, language } = settings.clinic;
  const { secondLanguage } = settings.print;
  const second = secondLanguage === null || secondLanguage === language ? [] : [secondLanguage];
  const birthYear = birth?.slice(0, 'YYYY'.length) ?? null;
  return ok({ practice, clinicName, languages: [language, ...second], patientId, name, birthYear, sex });
}

/**
 * Prints a patient's card at the desk's printer, now: if it does not come out, that is said, and it is asked for once more.
 * Errors: NOT_FOUND; UNAVAILABLE with the print problem in its details.
 */
export async function printCard(
  call: Call,
  { tokenId }: CheckedInput<'patients.card'>,
): Promise<Result<CallOutput<'patients.card'>>> {
  const { environment, settings } = call;
  const card = await patientCard(call, { tokenId });
  if (!card.ok) return card;
  const target = targetOf(settings.print, 'desk');
  if (target.way === 'none') return printFailed('no_printer');
  const { patientId } = card.value;
  return environment.printers.card({ tokenId, patientId }, target, settings.clinic.language);
}
