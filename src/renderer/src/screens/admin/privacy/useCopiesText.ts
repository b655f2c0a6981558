import { useTranslation } from 'react-i18next';
import type { KeptVisit } from '../../../../../shared/model/privacy';
import { useCall } from '../../../data/query';
import { useTimeZone } from '../../../data/status';
import { dayOf, shortDayText } from '../../../i18n/format';

/** A copy stays for twelve months that have one. */
const KEPT_MS = 365 * 24 * 60 * 60_000;

/** Which copies may hold these visits with their names, and for how long; empty: none, or it is not known yet. */
export function useCopiesText(visits: readonly KeptVisit[]): string {
  const { t } = useTranslation('privacy');
  const timeZone = useTimeZone();
  const copies = useCall('backups.list', {}).value ?? [];
  const [firstDay] = visits.map(({ serviceDay }) => serviceDay).sort();
  if (firstDay === undefined) return '';
  // What is in a copy of which nothing is known cannot be ruled out.
  const holding = copies.filter(({ facts }) => facts === null || (facts.lastDay ?? '') >= firstDay);
  if (holding.length === 0) return '';
  const until = shortDayText(dayOf(Math.max(...holding.map(({ madeAt }) => madeAt)) + KEPT_MS, timeZone));
  return t('ask.copies', { count: holding.length, until });
}
