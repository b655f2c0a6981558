import type { Book } from '../../../shared/model/book';
import { FIRST_YEAR } from '../../../shared/model/clock';
import { type Instant, MINUTE, type ServiceDay } from '../../../shared/model/time';
import { isOpen } from '../../../shared/model/token';
import type { Store } from '../../store/store';
import { serviceDayAt } from './calendar';

export const DAY_MS = 24 * 60 * MINUTE;
/** A long weekend, and the night after it. */
const LONGEST_OFF = 4 * DAY_MS;
/** An app that ends this long before the last patient's slot does was not switched off for the night. */
const CUT_SHORT = 60 * MINUTE;
const TOLERANCE = 2 * MINUTE;

/** When the app was last used: as its clock kept it, else by what happened last; null: nothing ever did. */
export async function lastUse(
  { lastEventAt }: Pick<Store, 'lastEventAt'>,
  kept: Instant | null | undefined,
): Promise<Instant | null> {
  return kept ?? (await lastEventAt()) ?? null;
}

/**
 * R35: whether a computer that was off since `lastUsedAt` may well show this. Behind: never. A night, a weekend: yes, unless a
 * day with patients would have been left out, or the app ended in the middle of one.
 */
export async function isPlausible(
  store: Store,
  shown: Instant,
  lastUsedAt: Instant | null,
): Promise<boolean> {
  if (shown < FIRST_YEAR) return false;
  if (lastUsedAt === null) return true;
  if (shown < lastUsedAt - TOLERANCE || shown - lastUsedAt > LONGEST_OFF) return false;
  const [last, today] = [await dayOf(store, lastUsedAt), await dayOf(store, shown)];
  return last === today || !(await leavesOut(store, last, today, lastUsedAt));
}

export async function isSameDay(store: Store, one: Instant, other: Instant): Promise<boolean> {
  return (await dayOf(store, one)) === (await dayOf(store, other));
}

async function dayOf(store: Store, at: Instant): Promise<ServiceDay> {
  const { timeZone, dayStartsAtMinute } = (await store.settings()).clinic;
  return serviceDayAt(at, timeZone, dayStartsAtMinute);
}

/** Whether patients of a day before today would find that their day is over, though nobody was there to see them. */
async function leavesOut(
  store: Store,
  last: ServiceDay,
  today: ServiceDay,
  lastUsedAt: Instant,
): Promise<boolean> {
  for (const key of await store.unclosedBooks(today)) {
    if (key.serviceDay < last) continue;
    const book = await store.book(key, today);
    if (book && waitsAfter(book, key.serviceDay === last ? lastUsedAt + CUT_SHORT : 0)) return true;
  }
  return false;
}

/** Somebody still has a slot that ends after `from`, or waits for a seat in one. */
function waitsAfter({ tokens, slots }: Book, from: Instant): boolean {
  const later = new Set(slots.filter(({ endsAt }) => endsAt > from).map(({ id }) => id));
  if (later.size === 0) return false;
  return tokens.some((token) => isOpen(token) && (token.status !== 'active' || later.has(token.slotId)));
}
