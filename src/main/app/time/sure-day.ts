import { type Instant, type ServiceDay, serviceDaySchema } from '../../../shared/model/time';
import type { Store } from '../../store/store';
import { daysAfter } from './calendar';

const DAY_MS = 24 * 60 * 60_000;
/** A holiday week in which nobody switched the computer on. */
const MOST_DAYS_AHEAD = 7;
const SURE = 'sureDay';
const LEAP = 'sureDay.leap';

/**
 * The day by which something may be deleted for being old: never one that only a wrong clock shows. A clock that leaps
 * more than a week ahead is believed when it has gone on from there for a day; one that was set back, at once.
 */
export async function sureDay(
  store: Pick<Store, 'meta' | 'saveMeta'>,
  { today, now }: { readonly today: ServiceDay; readonly now: Instant },
): Promise<ServiceDay> {
  const kept = serviceDaySchema.safeParse(await store.meta(SURE));
  const leapt = Number((await store.meta(LEAP)) || Number.NaN);
  const isNear = !kept.success || today <= daysAfter(kept.data, MOST_DAYS_AHEAD);
  const sinceLeap = now - leapt;
  if (isNear || (sinceLeap >= DAY_MS && sinceLeap <= MOST_DAYS_AHEAD * DAY_MS)) {
    if (!Number.isNaN(leapt)) await store.saveMeta(LEAP, '');
    if (!kept.success || kept.data !== today) await store.saveMeta(SURE, today);
    return today;
  }
  if (!(sinceLeap >= 0 && sinceLeap <= MOST_DAYS_AHEAD * DAY_MS)) await store.saveMeta(LEAP, String(now));
  return kept.data;
}
