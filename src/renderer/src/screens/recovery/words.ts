import { dateTimeText } from '../../i18n/format';

/** In the clinic’s time; where that is not known, this computer’s. */
export function momentOf(instant: number, timeZone = ''): string {
  return dateTimeText(instant, timeZone === '' ? Intl.DateTimeFormat().resolvedOptions().timeZone : timeZone);
}
