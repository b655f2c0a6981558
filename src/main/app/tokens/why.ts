import { activeReasons, type ReasonKind, reasonName, type Why } from '../../../shared/model/reasons';
import { fail, ok, type Result } from '../../../shared/result';
import type { Call } from '../call';

interface Said extends Why {
  readonly note?: string | undefined;
}

/**
 * Why something is done, in the words to be shown with it: what was written, else what the code means; undefined: not
 * said. `isNeeded` false: also where the clinic wants one each time. Errors: INVALID_INPUT: no such code, or none where
 * one has to be chosen.
 */
export function whyOf(
  { caller, settings, act }: Call,
  kind: ReasonKind,
  { reasonCode, reasonText, note }: Said,
  isNeeded = true,
): Result<string | undefined> {
  const words = note || reasonText || undefined;
  if (reasonCode === undefined) {
    // Programs need not say; nor who only looks at what it would come to.
    const isStaff = caller.channel !== 'http' && (caller.role === 'staff' || caller.role === 'doctor');
    const isMissing = isNeeded && isStaff && act !== null && settings.reasons.mustChoose;
    return isMissing ? fail('INVALID_INPUT', 'Please choose a reason.', { field: 'reasonCode' }) : ok(words);
  }
  const listed = settings.reasons[kind].find(({ code }) => code === reasonCode);
  const codes = activeReasons(settings.reasons, kind).map(({ code }) => code);
  if (!listed?.active) {
    const problem = listed ? 'is not used any more' : 'is not on the list';
    return fail('INVALID_INPUT', `The reason ${reasonCode} ${problem}. Please choose another.`, {
      field: 'reasonCode',
      codes,
    });
  }
  return ok(words ?? reasonName(listed, settings.clinic.language));
}
