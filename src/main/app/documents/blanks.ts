import {
  BLANKS_ON_SHEET,
  type BlankBatch,
  type BlankSheets,
  blankNumbers,
} from '../../../shared/model/blanks';
import type { DoctorId } from '../../../shared/model/ids';
import { tokenNumber } from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import { refuseRetired } from '../doctors/retired';
import { reserveBlanks } from '../slips/printed-blanks';

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
