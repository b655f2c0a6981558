import { fail, ok, type Result } from '../../../shared/result';
import type { Call, Handlers } from '../call';
import { makeRounds } from '../day/rounds';
import type { Environment } from '../environment';
import { parseLocalTime } from '../time/calendar';

/** The clock of a training, which stands still until it is moved. */
export function trainingHandlers(environment: Environment): Handlers<'training.setClock'> {
  const rounds = makeRounds(environment);
  return {
    'training.setClock': async (call, { now }) => {
      if (!environment.training) return fail('NOT_FOUND', 'There is no training here.');
      const instant = checkedInstant(call, now);
      if (!instant.ok) return instant;
      // Once before, so that the rounds know which day they leave.
      await rounds.run();
      environment.clock.setTo(instant.value);
      await rounds.run();
      environment.publish({ type: 'everythingChanged' });
      return ok({ now: environment.clock.now() });
    },
  };
}

/** Time goes forward only: what happened after an instant cannot be before it. */
function checkedInstant({ environment, settings }: Call, text: string): Result<number> {
  const instant = parseLocalTime(text, settings.clinic.timeZone);
  if (instant === undefined) {
    return fail('INVALID_INPUT', 'Please give a time like 2026-01-05T09:30.', { field: 'now' });
  }
  if (instant < environment.clock.now())
    return fail('CONFLICT', 'The clock can only be moved forward.', { field: 'now' });
  return ok(instant);
}
