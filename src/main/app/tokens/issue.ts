import type { CheckedInput } from '../../../shared/contract';
import { tokenIdSchema } from '../../../shared/model/ids';
import type { Ticket } from '../../../shared/model/ticket';
import type { Channel } from '../../../shared/model/token';
import { type AppError, fail, ok, type Result } from '../../../shared/result';
import { issue, needAtIssue } from '../../engine';
import type { Caller } from '../access/caller';
import { isStaffs, mayIssue } from '../access/issuing';
import { refuseNotShown } from '../access/shown';
import type { Call } from '../call';
import { refuseRetired } from '../doctors/retired';
import { followUpMark } from '../patients/follow-up';
import { keptNeed } from '../patients/need';
import { noPatient, registrar } from '../patients/registrar';
import { refuseUnknownDay } from '../run/known-day';
import { nextDayWithRoom } from '../run/otherwise';
import { bookOf, noDoctor, type Plan } from '../run/plan';
import { completeTicket, ticketOfDecision } from '../slips/ticket';
import { checkReach } from '../time/reach';
import { hasHoursLeft } from '../waits/hours';
import { whyOf } from './why';

/**
 * A new token with its slip. The kiosk issues to walk-ins and follow-ups only, a booking site online bookings;
 * neither knowingly twice, nor for a doctor whose hours are over: staff may, who see whether the doctor is still there.
 * Whoever is not in the register yet is added with the token.
 * Errors: NOT_FOUND, CONFLICT, DUPLICATE_TOKEN, FORBIDDEN, UNAVAILABLE.
 */
export async function issueToken(
  call: Call,
  input: CheckedInput<'tokens.issue'>,
): Promise<Result<Plan<Ticket>>> {
  const { caller, environment, settings } = call;
  if (!mayIssue(caller, input)) {
    return fail('FORBIDDEN', 'Please ask at the reception desk for this kind of token.');
  }
  const reach = checkReach(input.serviceDay, call.today);
  if (!reach.ok) return reach;
  const known = await refuseUnknownDay(call, input);
  if (!known.ok) return known;
  const elsewhere = refuseNotShown(caller, settings, input.doctorId);
  if (elsewhere) return elsewhere;
  const {
    doctorId,
    serviceDay: _day,
    requestId: _id,
    language = settings.clinic.language,
    reasonCode,
    reasonText,
    ...plain
  } = input;
  const isEmergency = input.source === 'emergency';
  if (!isEmergency && (reasonCode !== undefined || reasonText !== undefined))
    return fail('INVALID_INPUT', 'Only an emergency has a reason.', { field: 'reasonCode' });
  const why = isEmergency ? whyOf(call, 'emergency', input) : ok(input.note);
  if (!why.ok) return why;
  const wishes = { ...plain, note: why.value };
  const channel = caller.channel ?? channelOf(caller);
  const station = channel === 'kiosk' ? 'kiosk' : 'desk';
  const id = tokenIdSchema.parse(environment.newId());
  // Who asks over HTTP shows the number itself; nobody stands at our printer for it.
  const slip = channel === 'http' ? undefined : ({ language, station } as const);
  const command = isStaffs(caller) ? issue : issueInHours;
  const { patientId: asked, precedence, birth, card, ...said } = wishes;
  // R26: nobody has seen who asks there.
  const by = isStaffs(caller) ? 'staff' : 'patient';
  const isAsked = caller.role !== 'kiosk' || settings.rules.askNeedAtKiosk;
  return ok({
    books: [bookOf(call, input)],
    patients: {
      ids: asked === undefined ? [] : [asked],
      contacts: [input.patientContact],
      numbers: card?.identifiers ?? [],
    },
    // Its ticket asks for its past, as that of any other token.
    tokens: [id],
    decide: ([book], { contextOn, reading }) => {
      if (!book) return noDoctor(doctorId);
      const refused = refuseRetired(reading.doctor(doctorId));
      if (refused) return refused;
      const register = registrar(reading, call.now);
      const patient =
        asked === undefined
          ? register.whoIs({ ...said, birth, card, isCardSeen: by === 'staff' })
          : register.standing(asked);
      if (patient === undefined) return noPatient(asked);
      const context = contextOn(book.serviceDay);
      const known = keptNeed(patient, book.serviceDay, context);
      const need = needAtIssue(isAsked ? precedence : undefined, by, known?.precedence ?? null);
      const patientId = patient?.id ?? null;
      const whose = { source: said.source, patientId, doctorId, serviceDay: book.serviceDay };
      const followUp = followUpMark(reading, whose, register.added);
      const issued = command(book, { ...said, ...need, patientId, followUp, id, channel }, context);
      if (!issued.ok) return issued;
      const { token } = issued.value;
      if (!token) throw new Error('An issue makes a token.');
      const ticket = ticketOfDecision(call, issued.value, token, { reading, slip, station });
      const device = caller.device?.id;
      return ok({
        decisions: [issued.value],
        about: issued.value,
        need: known,
        slip,
        also: {
          makers: device ? [{ tokenId: token.id, deviceId: device }] : [],
          patients: register.added,
        },
        quoted: ticket.wait,
        answer: ticket,
      });
    },
    complete: (ticket) => completeTicket(call, ticket),
    explain: async (error) =>
      isOver(error)
        ? { ...error, details: { ...error.details, nextDay: await nextDayWithRoom(call, doctorId) } }
        : error,
  });
}

const HOURS_OVER = 'hours_over';

const issueInHours: typeof issue = (book, request, context) =>
  book.serviceDay === context.today && !hasHoursLeft(book, context.now)
    ? fail('CONFLICT', 'The hours of this doctor are over for today.', { reason: HOURS_OVER })
    : issue(book, request, context);

function isOver({ code, details }: AppError): boolean {
  return code === 'CONFLICT' && details?.reason === HOURS_OVER;
}

function channelOf({ role }: Caller): Channel {
  if (role === 'kiosk') return 'kiosk';
  // A booking site is never at the desk, whichever way it asks.
  return role === 'booking' ? 'http' : 'desk';
}
