import { type Need, needOf } from '../../../shared/model/need';
import type { RegisteredPatient } from '../../../shared/model/registered-patient';
import type { ServiceDay } from '../../../shared/model/time';
import type { Context } from '../../engine';

/** R26: what the register says of somebody on that day; null: no need, or nobody known. */
export function keptNeed(
  patient: RegisteredPatient | null,
  day: ServiceDay,
  { rules }: Pick<Context, 'rules'>,
): Need | null {
  return patient && needOf(patient, day, rules);
}
