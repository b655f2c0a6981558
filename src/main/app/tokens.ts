import type { CheckedInput } from '../../shared/contract';
import { tokenIdSchema } from '../../shared/model/ids';
import type { Channel } from '../../shared/model/token';
import type { Ticket } from '../../shared/model/view';
import { fail, ok, type Result } from '../../shared/result';
import { issue } from '../engine';
import { runCommand, stampOf } from './commands';
import { contextNow, type Environment } from './environment';
import { ticketOf } from './tickets';

/**
 * A new token with its slip. The kiosk issues to walk-ins and follow-ups only, and never knowingly twice.
 * Errors: NOT_FOUND, CONFLICT, DUPLICATE_TOKEN, FORBIDDEN, UNAVAILABLE.
 */
export async function issueToken(
  environment: Environment,
  input: CheckedInput<'tokens.issue'>,
  channel: Channel,
): Promise<Result<Ticket>> {
  if (channel === 'kiosk' && !mayIssueAtKiosk(input)) {
    return fail('FORBIDDEN', 'Please ask at the reception desk for this kind of token.');
  }
  const { today } = await contextNow(environment);
  const { clinic } = await environment.store.settings();
  const { doctorId, serviceDay = today, requestId, language = clinic.language, ...wishes } = input;
  const doctor = await environment.store.doctor(doctorId);
  if (!doctor?.active) return fail('NOT_FOUND', 'There is no such doctor.', { doctorId });
  const station = channel === 'kiosk' ? 'kiosk' : 'desk';
  const id = tokenIdSchema.parse(environment.newId());
  const issued = await runCommand(environment, {
    key: { doctorId, serviceDay },
    command: issue,
    request: { ...wishes, id, channel },
    requestStamp: stampOf('tokens.issue', { doctorId, serviceDay, channel, ...wishes }, requestId),
    slip: { language, station },
  });
  if (!issued.ok) return issued;
  const { token, warnings } = issued.value;
  if (!token) return fail('NOT_FOUND', 'There is no such token.');
  const ticket = await ticketOf(environment, token.id, { station });
  return ticket.ok ? ok({ ...ticket.value, warnings: [...warnings] }) : ticket;
}

function mayIssueAtKiosk(input: CheckedInput<'tokens.issue'>): boolean {
  const plain = input.source === 'walk_in' || input.source === 'follow_up';
  const simple = !input.allowDuplicate && input.serviceDay === undefined && input.checkedIn === undefined;
  return plain && simple && input.patientContact !== '';
}
