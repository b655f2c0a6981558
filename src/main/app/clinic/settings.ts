import type { CheckedInput } from '../../../shared/contract';
import { type Settings, type SettingsImpact, settingsSchema } from '../../../shared/model/settings';
import { MINUTE } from '../../../shared/model/time';
import { fail, ok, type Result } from '../../../shared/result';
import { type Call, contextOf } from '../call';
import { nobody, type Plan } from '../run/plan';
import { checkDayFits, closeOutside, refuseOutside } from './day-fits';
import { impactOf, reachesPeople } from './settings-impact';

/**
 * Changes what is given and leaves the rest; every window fetches anew. What would mark, send away or move anybody at
 * once is said first. Errors: CONFLICT (not confirmed, with `would`; slots outside the new day; R17), UNAVAILABLE.
 */
export async function changeSettings(
  call: Call,
  { requestId: _id, confirmed = false, ...change }: CheckedInput<'settings.change'>,
): Promise<Result<Plan<Settings>>> {
  const before = call.settings;
  // Whole: a group that was not there before has the rest of its fields by default.
  const changed = settingsSchema.parse(merged(before, change));
  const outside = await checkDayFits(call, changed);
  if (!outside.ok) return outside;
  if (reachesPeople(before, changed)) {
    const would = await impactOf(call, changed);
    if (!confirmed && Object.values(would).some((count) => count > 0)) return refuseUnconfirmed(would);
    await watchAnew(call, changed);
  }
  return ok({
    books: outside.value,
    decide: (books, { reading }) => {
      // Another window may have changed something else meanwhile, or given somebody a seat.
      const settings = settingsSchema.parse(merged(reading.settings, change));
      const { dayStartsAtMinute } = settings.clinic;
      const booked = refuseOutside(books, dayStartsAtMinute);
      if (booked) return booked;
      const decisions = books.flatMap((book) => closeOutside(book, contextOf(call), dayStartsAtMinute));
      return ok({ decisions, about: nobody, also: { settings }, answer: settings });
    },
  });
}

function refuseUnconfirmed(would: SettingsImpact): Result<never> {
  const { noShows, notSeen, closes, moves } = would;
  const parts = [
    noShows > 0 && `mark ${noShows} as no-shows`,
    notSeen > 0 && `send ${notSeen} away unseen`,
    closes > 0 && `close the day of ${closes} doctors`,
    moves > 0 && `give ${moves} another place`,
  ].filter((part) => part !== false);
  return fail('CONFLICT', `This would ${parts.join(', ')}. Confirm it to change it all the same.`, { would });
}

/** R13: nobody is marked for a setting until the longer of the two timeouts has passed: time to see that it is wrong. */
async function watchAnew({ environment, now, settings }: Call, after: Settings): Promise<void> {
  const [old, next] = [settings.rules.noShowTimeoutMinutes, after.rules.noShowTimeoutMinutes];
  await environment.watch.startAnew(now + Math.max(0, old - next) * MINUTE);
}

/** Groups are merged, all else is replaced. */
function merged<T extends object>(before: T, change: object): T {
  const entries = Object.entries(change).flatMap(([name, given]): [string, unknown][] => {
    if (given === undefined) return [];
    const known: unknown = Reflect.get(before, name);
    return [[name, isGroup(given) && isGroup(known) ? merged(known, given) : given]];
  });
  return { ...before, ...Object.fromEntries(entries) };
}

const isGroup = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
