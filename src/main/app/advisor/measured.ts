import type { Measured } from '../../../shared/model/advice';
import type { DoctorId } from '../../../shared/model/ids';
import { ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import { reading } from '../reports/read';
import { clinicOf } from '../reports/wish';
import { daysAfter } from '../time/calendar';

/** So many days back is looked: enough to know a doctor by, and not who the doctor was last year. */
const DAYS_BACK = 90;

/** What was seen of a doctor on the days up to yesterday. Errors: UNAVAILABLE it cannot be read. */
export async function measuredOf(call: Call, doctorId: DoctorId): Promise<Result<Measured>> {
  const period = { from: daysAfter(call.today, -DAYS_BACK), to: daysAfter(call.today, -1) };
  const input = { wish: { ...period, doctorIds: [doctorId] }, clinic: clinicOf(call) };
  const read = await reading(call.environment, 'measured', input);
  return read.ok ? ok({ ...period, ...read.value, noShows: [...read.value.noShows] }) : read;
}
