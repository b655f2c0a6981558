import { clinicNow } from '../../data/clock';
import { i18n } from '../../i18n';
import { momentText } from '../../i18n/format';

/** `On a break until 10:15 am`. */
export function breakText(until: number, timeZone: string): string {
  return i18n.t('doctor:onBreakUntil', { time: momentText(until, timeZone, clinicNow()) });
}
