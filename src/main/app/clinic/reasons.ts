import {
  activeReasons,
  MOST_REASONS,
  type ReasonsSettings,
  reasonKinds,
} from '../../../shared/model/reasons';
import { fail, ok, type Result } from '../../../shared/result';

/** Retired ones are kept for what they were given for: more than this nobody ever needs. */
const MOST_EVER = 100;

/** Of each kind there is one to choose, and no more than there are digits. Errors: INVALID_INPUT. */
export function checkReasons(reasons: ReasonsSettings): Result<null> {
  for (const kind of reasonKinds) {
    const { length } = activeReasons(reasons, kind);
    const field = `reasons.${kind}`;
    if (length === 0)
      return fail('INVALID_INPUT', 'Please keep at least one reason to choose from.', { field });
    if (length > MOST_REASONS)
      return fail('INVALID_INPUT', `Please keep the list short: at most ${MOST_REASONS} reasons.`, { field });
    if (reasons[kind].length > MOST_EVER)
      return fail('INVALID_INPUT', 'There are too many reasons. Please use one of the old ones again.', {
        field,
      });
  }
  return ok(null);
}
