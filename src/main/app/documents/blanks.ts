import type { CallOutput, CheckedInput } from '../../../shared/contract';
import {
  BLANKS_ON_SHEET,
  type BlankBatch,
  type BlankSheets,
  blankNumbers,
} from '../../../shared/model/blanks';
import type { DoctorId } from '../../../shared/model/ids';
import { printsBlanks, targetOf } from '../../../shared/model/print-settings';
import { tokenNumber } from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import { refuseRetired } from '../doctors/retired';
import { printFailed } from '../outside/printers';
import { reserveBlanks } from '../paper/printed-blanks';

/** Blanks for one doctor, or for every one who works here. Errors: NOT_FOUND no such doctor, or none; CONFLICT retired. */
export async function nextBlanks(
  { environment: { store } }: Call,
  wish: { readonly doctorId?: DoctorId | undefined; readonly sheets: number },
): Promise<Result<BlankBatch[]>> {
  const doctors = (await store.doctors()).filter(({ id, active }) =>
    wish.doctorId === undefined ? active : id === wish.doctorId,
  );
  const [first] = doctors;
  if (first === undefined) return fail('NOT_FOUND', 'There is no such doctor.');
  const retired = refuseRetired(first);
  if (retired) return retired;
  return ok(
    await reserveBlanks(
      store,
      doctors.map(({ id }) => id),
      wish.sheets * BLANKS_ON_SHEET,
    ),
  );
}

/**
 * R25: one blank with the doctor's next number, on the roll of the desk's printer. A number whose blank did not come out
 * is left out, for it may have. Errors: NOT_FOUND; CONFLICT retired; UNAVAILABLE with the print problem in its details.
 */
export async function printBlank(
  call: Call,
  { doctorId }: CheckedInput<'blanks.print'>,
): Promise<Result<CallOutput<'blanks.print'>>> {
  const { environment, settings } = call;
  const { printers, store } = environment;
  const target = targetOf(settings.print, 'desk');
  if (!printsBlanks(target))
    return printFailed(target.way === 'none' || target.way === 'pdf' ? 'no_printer' : 'bad_paper');
  const doctor = await store.doctor(doctorId);
  if (!doctor) return fail('NOT_FOUND', 'There is no such doctor.', { doctorId });
  const retired = refuseRetired(doctor);
  if (retired) return retired;
  const [batch] = await reserveBlanks(store, [doctorId], 1);
  if (batch === undefined) return fail('INTERNAL', 'No number was taken.');
  const printed = await printers.blank({ doctorId, number: batch.first }, target, settings.clinic.language);
  return printed.ok ? ok({ number: tokenNumber(doctor.prefix, 'paper', batch.first) }) : printed;
}

/** What is on blanks of these numbers. Errors: NOT_FOUND. */
export async function blankSheets(
  { environment: { store, practice = false }, settings }: Call,
  { batches }: { readonly batches: readonly BlankBatch[] },
): Promise<Result<BlankSheets>> {
  const doctors = new Map((await store.doctors()).map((doctor) => [doctor.id, doctor]));
  const sheets: BlankSheets['batches'] = [];
  for (const { doctorId, first, count } of batches) {
    const doctor = doctors.get(doctorId);
    if (!doctor) return fail('NOT_FOUND', 'There is no such doctor.', { doctorId });
    const numbers = blankNumbers(first, count).map((one) => tokenNumber(doctor.prefix, 'paper', one));
    sheets.push({ doctor, numbers });
  }
  const { clinicName, language } = settings.clinic;
  const { secondLanguage } = settings.print;
  const second = secondLanguage === null || secondLanguage === language ? [] : [secondLanguage];
  return ok({ practice, clinicName, languages: [language, ...second], batches: sheets });
}
