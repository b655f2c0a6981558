import type { CheckedInput } from '../../../shared/contract';
import type { Booking } from '../../../shared/model/booking';
import type { FoundToken } from '../../../shared/model/found-token';
import { initials } from '../../../shared/model/mask';
import { whoseContact } from '../../../shared/model/patient';
import { searchFor } from '../../../shared/model/search';
import type { Ticket } from '../../../shared/model/ticket';
import { isOpen } from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';
import { checkIn } from '../../engine';
import type { Call } from '../call';
import { findTokens } from '../desk/look-up';
import { withOtherwise } from '../run/otherwise';
import { noToken, type Plan } from '../run/plan';
import { ticketOfDecision } from '../slips/ticket';

/** Today's open tokens of this phone, however it is written, number or slip code, with no more of the patient than initials. */
export async function findBookings(call: Call, query: string): Promise<Result<Booking[]>> {
  const found = await ownTokens(call, query);
  return ok(
    found.map(({ token, doctor, slot }) => ({
      tokenId: token.id,
      number: token.number,
      maskedName: initials(token.patientName),
      doctorName: doctor.name,
      room: doctor.room,
      slot,
      status: token.status,
      isHere: token.checkedInAt !== null,
    })),
  );
}

/** Checks in a booking that this very query finds, and prints its slip. Errors: NOT_FOUND, CONFLICT. */
export async function checkInAtKiosk(
  call: Call,
  { query, tokenId, language }: CheckedInput<'kiosk.checkIn'>,
): Promise<Result<Plan<Ticket>>> {
  const own = (await ownTokens(call, query)).find(({ token }) => token.id === tokenId);
  if (!own) return fail('NOT_FOUND', 'No booking was found. Please ask at the reception desk.');
  const { doctorId, serviceDay } = own.token;
  return ok({
    books: [{ doctorId, serviceDay }],
    decide: ([book], { contextOn, reading }) => {
      if (!book) return noToken(tokenId);
      const before = book.tokens.find(({ id }) => id === tokenId);
      const checkedIn = checkIn(book, { tokenId }, contextOn(serviceDay));
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
    complete: (ticket) => withOtherwise(call, ticket),
  });
}

async function ownTokens(call: Call, query: string): Promise<FoundToken[]> {
  const search = searchFor(query);
  const found = await findTokens(call, { query, serviceDay: call.today });
  if (!found.ok || !search) return [];
  const contact = whoseContact(query);
  return found.value.filter(
    ({ token }) =>
      isOpen(token) &&
      (token.id === search.id ||
        search.numbers.includes(token.number) ||
        whoseContact(token.patientContact) === contact),
  );
}
