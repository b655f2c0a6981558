import { useMemo } from 'react';
import type { ClosePreview } from '../../../shared/model/day';
import type { ServiceDay } from '../../../shared/model/time';
import { dayPlus } from './days';
import { useCall } from './query';

/** R28: yesterday’s books that were opened again, with whoever is in them; null: not known yet. */
export function useOpenAgain(today: ServiceDay): readonly ClosePreview[] | null {
  const { value } = useCall('books.closePreview', { serviceDay: dayPlus(today, -1) });
  return useMemo(() => value?.filter(isOpenAgain) ?? null, [value]);
}

/** R28: of a day that is over. A day on which nothing happened is open for ever, and nobody's business. */
export function isOpenAgain({ status, served, noShows, notSeen, inConsultation }: ClosePreview): boolean {
  return status === 'open' && (served + noShows.length + notSeen.length > 0 || inConsultation !== null);
}
