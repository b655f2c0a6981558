import { type ClockAnswer, type ClockState, FIRST_YEAR } from '../../../shared/model/clock';
import { type Instant, MINUTE } from '../../../shared/model/time';
import { refused } from '../../../shared/refusals';
import { ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import { isDayUnknown, likelyNow } from '../run/known-day';
import { calendar } from '../time/calendar';
import type { ClockQuestion } from '../time/clock-trust';

/** R35: the question, if there is one, and how far the computer is off since one was answered. */
export async function clockState(call: Call): Promise<ClockState> {
  const { clockTrust } = call.environment;
  const question = clockTrust.question();
  const wrongBy = clockTrust.wrongBy();
  if (!question) return { question: null, wrongBy };
  const guess = question.kind === 'jump' ? question.ours : await likelyNow(call);
  return { question: { ...question, guess, dayUnknown: await isDayUnknown(call) }, wrongBy };
}

/** The two times tick while somebody reads them; that they part otherwise is another question. */
const SAME_QUESTION = MINUTE;

/**
 * R35: from now on that is the time. R13's watch begins anew: nobody is marked at once for what went by. Errors: see the
 * contract.
 */
export async function answerClock(call: Call, answer: ClockAnswer): Promise<Result<Record<string, never>>> {
  const { clockTrust, clock, watch, log } = call.environment;
  const question = clockTrust.question();
  if (!question) return refused('CONFLICT', 'clock_answered');
  if (!isSame(question, answer)) return refused('CONFLICT', 'clock_moved');
  const instant = answered(call, question, answer);
  if (!instant.ok) return instant;
  await clockTrust.believe(instant.value);
  await watch.tick(clock.now());
  await watch.startAnew(clock.now());
  log.info('the clock was answered for', answer.right, new Date(clock.now()).toISOString());
  return ok({});
}

function isSame({ computer, ours }: ClockQuestion, seen: ClockAnswer): boolean {
  if (seen.computer === undefined || seen.ours === undefined) return true;
  return Math.abs(seen.computer - seen.ours - (computer - ours)) <= SAME_QUESTION;
}

function answered(call: Call, { kind, computer, ours }: ClockQuestion, answer: ClockAnswer): Result<Instant> {
  const { right, date, minute } = answer;
  if (right === 'computer') {
    if (computer >= FIRST_YEAR) return ok(computer);
    return refused('INVALID_INPUT', 'clock_no_time', { field: 'right' });
  }
  if (right === 'ours')
    return kind === 'jump' ? ok(ours) : refused('INVALID_INPUT', 'clock_no_count', { field: 'right' });
  if (date === undefined || minute === undefined)
    return refused('INVALID_INPUT', 'clock_no_time', { field: date === undefined ? 'date' : 'minute' });
  const instant = calendar.instantOf(date, minute, call.settings.clinic.timeZone);
  return instant >= FIRST_YEAR ? ok(instant) : refused('INVALID_INPUT', 'clock_no_time', { field: 'date' });
}
