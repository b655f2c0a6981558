import type { CallOutput, CheckedInput } from '../../../shared/contract';
import { currencyOf } from '../../../shared/model/fees';
import type { SettingsVersionId } from '../../../shared/model/ids';
import type { Settings, SettingsImpact } from '../../../shared/model/settings';
import { decidingOf, differencesOf } from '../../../shared/model/settings-version';
import { refused } from '../../../shared/refusals';
import { fail, ok, type Result } from '../../../shared/result';
import { type Call, contextOf } from '../call';
import { wouldErase } from '../privacy/old';
import { watchAnew } from '../rules/due';
import { settingsWith } from '../rules/merge';
import { versionIds, versionsOfChange } from '../rules/versions';
import { nobody, type Plan } from '../run/plan';
import { checkDayFits, closeOutside, refuseOutside } from './day-fits';
import { checkReasons } from './reasons';
import { impactOf, noImpact, reachesPeople } from './settings-impact';

/**
 * Changes what is given and leaves the rest; every window fetches anew. What would mark, send away or move anybody at
 * once is said first. Errors: CONFLICT (not confirmed, with `would`; slots outside the new day; R17), UNAVAILABLE.
 */
export async function changeSettings(
  call: Call,
  { requestId: _id, confirmed = false, ...change }: CheckedInput<'settings.change'>,
  backTo: SettingsVersionId | null = null,
): Promise<Result<Plan<Settings>>> {
  const before = call.settings;
  const changed = settingsWith(before, change);
  const reasons = checkReasons(changed.reasons);
  if (!reasons.ok) return reasons;
  const currency = await checkCurrency(call, changed);
  if (!currency.ok) return currency;
  const outside = await checkDayFits(call, changed);
  if (!outside.ok) return outside;
  const would = await wouldBe(call, changed);
  if (!confirmed && Object.values(would).some((count = 0) => count > 0)) return refuseUnconfirmed(would);
  if (reachesPeople(before, changed)) await watchAnew(call, before, changed);
  const ids = versionIds(call);
  return ok({
    books: outside.value,
    settingsVersions: true,
    decide: (books, { reading }) => {
      // Another window may have changed something else meanwhile, or given somebody a seat.
      const settings = settingsWith(reading.settings, change);
      const reasonsNow = checkReasons(settings.reasons);
      if (!reasonsNow.ok) return reasonsNow;
      const { dayStartsAtMinute } = settings.clinic;
      const booked = refuseOutside(books, dayStartsAtMinute);
      if (booked) return booked;
      const decisions = books.flatMap((book) => closeOutside(book, contextOf(call), dayStartsAtMinute));
      const settingsVersions = versionsOfChange(call, reading, settings, ids, backTo);
      return ok({ decisions, about: nobody, also: { settings, settingsVersions }, answer: settings });
    },
  });
}

/** Amounts that are written down are of the currency that they are of. Errors: CONFLICT. */
async function checkCurrency({ environment, settings }: Call, changed: Settings): Promise<Result<null>> {
  const currency = currencyOf(settings);
  const isSame = currency === currencyOf(changed) || (await environment.store.lastReceipt()) === 0;
  return isSame ? ok(null) : refused('CONFLICT', 'currency_kept', { currency });
}

/** What a change would be, and whom it would reach at once. */
export async function lookAtChange(
  call: Call,
  change: CheckedInput<'rules.impact'>,
): Promise<Result<CallOutput<'rules.impact'>>> {
  const after = settingsWith(call.settings, change);
  const changes = differencesOf(decidingOf(call.settings), decidingOf(after));
  return ok({ changes, would: await wouldBe(call, after) });
}

/** Whom a change would reach at once, or erase. */
async function wouldBe(call: Call, after: Settings): Promise<SettingsImpact> {
  const { environment, settings: before, today } = call;
  const reached = reachesPeople(before, after) ? await impactOf(call, after) : noImpact;
  const erases = await wouldErase(environment, before, after, today);
  return erases === 0 ? reached : { ...reached, erases };
}

/**
 * A new change with the values of an old version. Errors: NOT_FOUND; CONFLICT: it was never made, or it is how things
 * are; and those of any change.
 */
export async function goBack(
  call: Call,
  { versionId, confirmed }: CheckedInput<'rules.goBack'>,
): Promise<Result<Plan<Settings>>> {
  const version = await call.environment.store.settingsVersion(versionId);
  if (!version) return fail('NOT_FOUND', 'There is no such change of the rules.', { versionId });
  const { after } = version;
  if (after === null) return fail('CONFLICT', 'This change was never made.', { versionId });
  if (differencesOf(decidingOf(call.settings), after).length === 0)
    return fail('CONFLICT', 'The rules are as they were then.', { versionId });
  return changeSettings(call, { ...after, confirmed }, versionId);
}

function refuseUnconfirmed(would: SettingsImpact): Result<never> {
  const { noShows, notSeen, closes, moves, erases = 0 } = would;
  const parts = [
    noShows > 0 && `mark ${noShows} as no-shows`,
    notSeen > 0 && `send ${notSeen} away unseen`,
    closes > 0 && `close the day of ${closes} doctors`,
    moves > 0 && `give ${moves} another place`,
    erases > 0 && `erase whose ${erases} past visits were`,
  ].filter((part) => part !== false);
  return fail('CONFLICT', `This would ${parts.join(', ')}. Confirm it to change it all the same.`, {
    would: { noShows, notSeen, closes, moves, ...(erases > 0 && { erases }) },
  });
}
