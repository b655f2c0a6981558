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
import { findTokens } from '../desk/look-up';
import { contextNow, type Environment } from '../environment';
import { runCommand, stampOf } from '../run/command';
import { readBack } from '../run/failures';
import { ticketOf } from '../slips/ticket';

/** Today's open tokens of this phone, however it is written, number or slip code, with no more of the patient than initials. */
export async function findBookings(environment: Environment, query: string): Promise<Result<Booking[]>> {
  const found = await ownTokens(environment, query);
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
  environment: Environment,
  { query, tokenId, language, requestId }: CheckedInput<'kiosk.checkIn'>,
): Promise<Result<Ticket>> {
  const own = (await ownTokens(environment, query)).find(({ token }) => token.id === tokenId);
  if (!own) return fail('NOT_FOUND', 'No booking was found. Please ask at the reception desk.');
  const { clinic } = await environment.store.settings();
  const checkedIn = await runCommand(environment, {
    key: own.token,
    command: checkIn,
    request: { tokenId },
    requestStamp: stampOf('kiosk.checkIn', { tokenId }, requestId),
    slip:
      own.token.checkedInAt === null
        ? { language: language ?? clinic.language, station: 'kiosk' }
        : undefined,
  });
  if (!checkedIn.ok) return checkedIn;
  return readBack(environment, `${own.token.number} is checked in`, () =>
    ticketOf(environment, tokenId, { station: 'kiosk' }),
  );
}

async function ownTokens(environment: Environment, query: string): Promise<FoundToken[]> {
  const { today } = await contextNow(environment);
  const search = searchFor(query);
  const found = await findTokens(environment, { query, serviceDay: today });
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
