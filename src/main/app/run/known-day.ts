import type { Book } from '../../../shared/model/book';
import type { Instant, ServiceDay } from '../../../shared/model/time';
import { refused } from '../../../shared/refusals';
import { ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import { daysAfter } from '../time/calendar';

/** Holidays, and a doctor who comes once a fortnight. */
const DAYS_LOOKED_AT = 15;

/**
 * R35: nobody can tell which day it is: the clock is doubted, and by the time that is left to go by, every doctor's hours are over.
 * A token issued now would be lost with that day.
 */
export async function isDayUnknown(call: Call): Promise<boolean> {
  if (!call.environment.clockTrust.isDoubted()) return false;
  const books = await booksOf(call, call.today);
  return !books.some(({ slots }) => slots.some(({ endsAt }) => endsAt > call.now));
}

/** R35: for a token of today. Errors: CONFLICT. */
export async function refuseUnknownDay(
  call: Call,
  { serviceDay = call.today }: { readonly serviceDay?: ServiceDay | undefined },
): Promise<Result<null>> {
  const isUnknown = serviceDay === call.today && (await isDayUnknown(call));
  return isUnknown ? refused('CONFLICT', 'clock_unknown') : ok(null);
}

/** The time that goes by, or once all hours of that day are over, when the next of any doctor begin. */
export async function likelyNow(call: Call): Promise<Instant> {
  for (let ahead = 0; ahead < DAYS_LOOKED_AT; ahead += 1) {
    const slots = (await booksOf(call, daysAfter(call.today, ahead))).flatMap((book) => book.slots);
    const left = slots.filter(({ endsAt, status }) => endsAt > call.now && status === 'open');
    if (left.length > 0)
      return Math.max(call.now, ahead === 0 ? 0 : Math.min(...left.map((one) => one.startsAt)));
  }
  return call.now;
}

async function booksOf({ environment: { store }, today }: Call, serviceDay: ServiceDay): Promise<Book[]> {
  const doctors = (await store.doctors()).filter(({ active }) => active);
  const books = await store.books(
    doctors.map(({ id }) => ({ doctorId: id, serviceDay })),
    today,
  );
  return books.filter((book) => book !== undefined);
}
