import { type CallName, contract } from '../../shared/contract';
import type { Ticket } from '../../shared/model/ticket';
import { tokenSchema } from '../../shared/model/token';
import { ok, type Result } from '../../shared/result';
import type { Transaction } from '../store/store';
import type { Call } from './call';
import { completeIn } from './complete-in';
import { withOtherwise } from './run/otherwise';

/** R17: what a request was answered, if it was sent before, with what such answers have by now; null: it was not. Errors: CONFLICT other content. */
export async function storedAnswer(
  call: Call,
  name: CallName,
  request: NonNullable<Transaction['request']>,
): Promise<Result<unknown> | null> {
  const stored = await call.environment.store.answerTo(request);
  if (!stored.ok) return stored;
  if (!stored.value) return null;
  const answer = await inTodaysForm(call, name, stored.value.answer);
  return answer.ok ? ok(completeIn(contract[name].output, answer.value)) : answer;
}

/** Earlier versions kept the token and its warnings alone; tickets had another content then, and are not found. */
async function inTodaysForm(call: Call, name: CallName, answer: unknown): Promise<Result<unknown>> {
  if (typeof answer !== 'object' || answer === null || !('token' in answer)) return ok(answer);
  if (answer.token === null) return ok({});
  if (!('doctor' in answer)) return ok({ ...tokenSchema.parse(answer.token), warnings: [] });
  const isTicket = name === 'tokens.issue' || name === 'kiosk.checkIn';
  return ok(isTicket ? await asOfToday(call, answer as Ticket) : answer);
}

/** What else there is is not kept with a ticket: it is for today's patients, as things stand now. */
async function asOfToday(call: Call, ticket: Ticket): Promise<Ticket> {
  return ticket.token.serviceDay === call.today ? withOtherwise(call, ticket) : ticket;
}
