import type { ClosePreview } from '../../../shared/model/day';
import { type ServiceDay, serviceDaySchema } from '../../../shared/model/time';

const DAY_MS = 86_400_000;

/** So many days later, or before. */
export function dayPlus(day: ServiceDay, days: number): ServiceDay {
  const later = new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS);
  return serviceDaySchema.parse(later.toISOString().slice(0, 10));
}

/** R28: of a day that is over. A day on which nothing happened is open for ever, and nobody's business. */
export function isOpenAgain({ status, served, noShows, notSeen, inConsultation }: ClosePreview): boolean {
  return status === 'open' && (served + noShows.length + notSeen.length > 0 || inConsultation !== null);
}
