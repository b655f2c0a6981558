import type { CheckedInput } from '../../../shared/contract';
import type { Booking } from '../../../shared/model/booking';
import type { CheckInObstacle } from '../../../shared/model/check-in';
import type { FoundToken } from '../../../shared/model/found-token';
import { initials } from '../../../shared/model/mask';
import { whoseContact } from '../../../shared/model/patient';
import { searchFor } from '../../../shared/model/search';
import type { Ticket } from '../../../shared/model/ticket';
import { isOpen } from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';
import { checkIn, checkInObstacle, refuseObstacle } from '../../engine';
import { type Call, contextOf } from '../call';
import { findTokens } from '../desk/look-up';
import { withoutLink } from '../links/key';
import { noToken, type Plan } from '../run/plan';
import { completeTicket, ticketOfDecision } from '../slips/ticket';
import { calendar, daysAfter, serviceDayAt } from '../time/calendar';

/**
 * Today's open tokens of this phone, however it is written, number or slip code, with no more of the patient than initials;
 * and why one is not to be checked in now (R18). Where there is none of today, those of other days, if the clinic tells them.
 */
export async function findBookings(call: Call, asked: string): Promise<Result<Booking[]>> {
  const query = await withoutLink(call.environment.store, asked);
  const own = await ownTokens(call, query);
  const all = own.length > 0 ? own : await ofOtherDays(call, query);
  const bookings: Booking[] = [];
  for (const one of all) bookings.push(bookingOf(one, await obstacleOf(call, one)));
  return ok(bookings);
}

function bookingOf(
  { token, doctor: { name, nameIn, room }, slot }: FoundToken,
  obstacle: CheckInObstacle | null,
): Booking {
  return {
    tokenId: token.id,
    number: token.number,
    maskedName: initials(token.patientName),
    doctor: { name, nameIn, room },
    slot,
    status: token.status,
    isHere: token.checkedInAt !== null,
    obstacle,
  };
}

async function obstacleOf(call: Call, { token }: FoundToken): Promise<CheckInObstacle | null> {
  const { environment, today, now, settings } = call;
  const { serviceDay } = token;
  if (serviceDay === today) {
    const book = await environment.store.book({ doctorId: token.doctorId, serviceDay }, today);
    return (book && checkInObstacle(book, token, contextOf(call))) ?? null;
  }
  const { timeZone, dayStartsAtMinute } = settings.clinic;
  const isDate = serviceDayAt(now, timeZone, 0) === serviceDay;
  if (!isDate || serviceDay < today) return { why: 'other_day', serviceDay };
  return {
    why: 'day_not_begun',
    serviceDay,
    begins: calendar.instantOf(serviceDay, dayStartsAtMinute, timeZone),
  };
}

/** Checks in a booking that this very query finds, and prints its slip. Errors: NOT_FOUND, CONFLICT. */
export async function checkInAtKiosk(
  call: Call,
  { query: asked, tokenId, language }: CheckedInput<'kiosk.checkIn'>,
): Promise<Result<Plan<Ticket>>> {
  const query = await withoutLink(call.environment.store, asked);
  const own = (await ownTokens(call, query)).find(({ token }) => token.id === tokenId);
  if (!own) {
    const other = (await ofOtherDays(call, query)).find(({ token }) => token.id === tokenId);
    const obstacle = other && (await obstacleOf(call, other));
    if (other && obstacle) return refuseObstacle(other.token, obstacle);
    return fail('NOT_FOUND', 'No booking was found. Please ask at the reception desk.');
  }
  const { doctorId, serviceDay } = own.token;
  return ok({
    books: [{ doctorId, serviceDay }],
    decide: ([book], { contextOn, reading }) => {
      if (!book) return noToken(tokenId);
      const before = book.tokens.find(({ id }) => id === tokenId);
      const checkedIn = checkIn(book, { tokenId, unaided: true }, contextOn(serviceDay));
      if (!checkedIn.ok) return checkedIn;
      const { token } = checkedIn.value;
      if (!token) return noToken(tokenId);
      const slip =
        before?.checkedInAt === null
          ? { language: language ?? reading.settings.clinic.language, station: 'kiosk' as const }
          : undefined;
      const about = { reading, slip, station: 'kiosk' as const };
      return ok({
        decisions: [checkedIn.value],
        about: checkedIn.value,
        slip,
        answer: ticketOfDecision(call, checkedIn.value, token, about),
      });
    },
    complete: (ticket) => completeTicket(call, ticket),
  });
}

async function ownTokens(call: Call, query: string): Promise<FoundToken[]> {
  const { country } = call.settings.clinic;
  const search = searchFor(query, country);
  const found = await findTokens(call, { query, serviceDay: call.today });
  if (!found.ok || !search) return [];
  const contact = whoseContact(query, country);
  return found.value.filter(
    ({ token }) =>
      isOpen(token) &&
      (token.id === search.id ||
        search.numbers.includes(token.number) ||
        whoseContact(token.patientContact, country) === contact),
  );
}

/** More than these nobody needs to be told. */
const MOST_OTHER_DAYS = 3;
/** Who came a few days late is told so too. */
const DAYS_LATE = 7;

/**
 * What is booked for a day to come, or was missed a few days ago; the nearest first. By phone or slip code only: a number is
 * given anew each day.
 */
async function ofOtherDays(call: Call, query: string): Promise<FoundToken[]> {
  if (!call.settings.rules.tellOtherDay) return [];
  const { country } = call.settings.clinic;
  const search = searchFor(query, country);
  const found = await findTokens(call, { query });
  if (!found.ok || !search) return [];
  const contact = whoseContact(query, country);
  const since = daysAfter(call.today, -DAYS_LATE);
  return found.value
    .filter(({ token }) => {
      const isMissed =
        token.serviceDay < call.today && token.serviceDay >= since && token.status === 'no_show';
      const isAhead = token.serviceDay > call.today && isOpen(token);
      const isOwn =
        token.id === search.id || (contact !== '' && whoseContact(token.patientContact, country) === contact);
      return isOwn && (isMissed || isAhead);
    })
    .slice(0, MOST_OTHER_DAYS);
}
