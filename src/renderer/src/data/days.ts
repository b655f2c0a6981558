import { type ServiceDay, serviceDaySchema } from '../../../shared/model/time';

const DAY_MS = 86_400_000;

/** So many days later, or before. */
export function dayPlus(day: ServiceDay, days: number): ServiceDay {
  const later = new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS);
  return serviceDaySchema.parse(later.toISOString().slice(0, 10));
}
