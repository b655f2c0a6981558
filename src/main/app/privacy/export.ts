import type { CallOutput, CheckedInput } from '../../../shared/contract';
import { ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import { writeExport } from '../outside/exports';
import { noToken } from '../run/plan';
import { fileTime } from '../time/calendar';
import { ownPart } from './own-part';
import { patientPage } from './page';

/**
 * Saves all that is kept with these visits as one page: to be read by anybody, and with the same as data for programs in
 * it. Nobody's name is in the name of the file. Errors: NOT_FOUND, UNAVAILABLE.
 */
export async function exportPatient(
  call: Call,
  { tokenIds: asked }: CheckedInput<'privacy.export'>,
): Promise<Result<CallOutput<'privacy.export'>>> {
  const { environment, now, settings } = call;
  const tokenIds = [...new Set(asked)];
  const kept = ownPart(await environment.store.keptOf(tokenIds), settings.clinic.country);
  const missing = tokenIds.find((id) => !kept.tokens.some((token) => token.id === id));
  if (missing) return noToken(missing);
  const { timeZone, clinicName } = settings.clinic;
  const doctors = await environment.store.doctors();
  const page = patientPage(kept, { clinicName, timeZone, now, doctors, reasons: settings.reasons });
  const path = await writeExport(environment, `patient-${fileTime(now, timeZone)}.html`, [page]);
  return path.ok ? ok({ path: path.value, tokens: tokenIds.length }) : path;
}
