import type { CheckedInput } from '../../../shared/contract';
import type { Doctor } from '../../../shared/model/doctor';
import { tokenIdSchema } from '../../../shared/model/ids';
import type { Ticket } from '../../../shared/model/ticket';
import type { Channel } from '../../../shared/model/token';
import { type AppError, fail, ok, type Result } from '../../../shared/result';
import { issue } from '../../engine';
import type { Caller } from '../call';
import { hasHoursLeft } from '../day/hours';
import { checkReach } from '../day/reach';
import { contextNow, type Environment } from '../environment';
import { runCommand, stampOf } from '../run/command';
import { readBack } from '../run/failures';
import { ticketOf } from '../slips/ticket';
import { nextDayWithRoom } from './otherwise';

/**
 * A new token with its slip. The kiosk issues to walk-ins and follow-ups only, a booking site online bookings;
 * neither knowingly twice, nor for a doctor whose hours are over: staff may, who see whether the doctor is still there.
 * Errors: NOT_FOUND, CONFLICT, DUPLICATE_TOKEN, FORBIDDEN, UNAVAILABLE.
 */
export async function issueToken(
  environment: Environment,
  input: CheckedInput<'tokens.issue'>,
  caller: Caller,
): Promise<Result<Ticket>> {
  const channel = caller.channel ?? channelOf(caller);
  if (!mayIssue(caller, input)) {
    return fail('FORBIDDEN', 'Please ask at the reception desk for this kind of token.');
  }
  const { today } = await contextNow(environment);
  const reach = checkReach(input.serviceDay, today);
  if (!reach.ok) return reach;
  const { clinic } = await environment.store.settings();
  const { doctorId, serviceDay = today, requestId, language = clinic.language, ...wishes } = input;
  const doctor = await environment.store.doctor(doctorId);
  if (!doctor?.active) return fail('NOT_FOUND', 'There is no such doctor.', { doctorId });
  const station = channel === 'kiosk' ? 'kiosk' : 'desk';
  const id = tokenIdSchema.parse(environment.newId());
  const issued = await runCommand(environment, {
    key: { doctorId, serviceDay },
    command: isStaff(caller) ? issue : issueInHours,
    request: { ...wishes, id, channel },
    // As it was sent: a retry after midnight is the same request, though the day it means by default is another.
    requestStamp: stampOf(
      'tokens.issue',
      { doctorId, serviceDay: input.serviceDay, channel, ...wishes, site: siteOf(caller) },
      requestId,
    ),
    maker: caller.device?.id,
    // Who asks over HTTP shows the number itself; nobody stands at our printer for it.
    slip: channel === 'http' ? undefined : { language, station },
  });
  if (!issued.ok) return isOver(issued.error) ? overWith(environment, doctor, issued.error) : issued;
  const { token, warnings } = issued.value;
  if (!token) return fail('NOT_FOUND', 'There is no such token.');
  const ticket = await readBack(environment, `${token.number} was issued`, () =>
    ticketOf(environment, token.id, { station }),
  );
  return ticket.ok ? ok({ ...ticket.value, warnings: [...warnings, ...ticket.value.warnings] }) : ticket;
}

/** Those who know whether the doctor will see one more. */
function isStaff({ role }: Caller): boolean {
  return role !== 'kiosk' && role !== 'booking';
}

const HOURS_OVER = 'hours_over';

/** A request that was answered while there was time gets its answer again (R17): this is asked after that. */
const issueInHours: typeof issue = (book, request, context) =>
  book.serviceDay === context.today && !hasHoursLeft(book, context.now)
    ? fail('CONFLICT', 'The hours of this doctor are over for today.', { reason: HOURS_OVER })
    : issue(book, request, context);

function isOver({ code, details }: AppError): boolean {
  return code === 'CONFLICT' && details?.reason === HOURS_OVER;
}

/** With the next day on which the doctor has room. */
async function overWith(environment: Environment, doctor: Doctor, error: AppError): Promise<Result<never>> {
  const nextDay = await nextDayWithRoom(environment, doctor, await contextNow(environment));
  return { ok: false, error: { ...error, details: { ...error.details, nextDay } } };
}

function channelOf({ role }: Caller): Channel {
  if (role === 'kiosk') return 'kiosk';
  // A booking site is never at the desk, whichever way it asks.
  return role === 'booking' ? 'http' : 'desk';
}

/** What a booking site is answered is its own: the same request of another is another. */
const siteOf = ({ role, device }: Caller): string | undefined =>
  role === 'booking' ? device?.id : undefined;

function mayIssue({ role }: Caller, input: CheckedInput<'tokens.issue'>): boolean {
  if (role === 'kiosk') return mayIssueAtKiosk(input);
  const plain = !input.allowDuplicate && input.checkedIn === undefined;
  return role !== 'booking' || (input.source === 'online' && plain);
}

function mayIssueAtKiosk(input: CheckedInput<'tokens.issue'>): boolean {
  const plain = input.source === 'walk_in' || input.source === 'follow_up';
  const simple = !input.allowDuplicate && input.serviceDay === undefined && input.checkedIn === undefined;
  return plain && simple && input.patientContact !== '';
}
