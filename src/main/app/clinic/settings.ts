import type { CheckedInput } from '../../../shared/contract';
import { type Settings, type SettingsImpact, settingsSchema } from '../../../shared/model/settings';
import { MINUTE } from '../../../shared/model/time';
import { fail, ok, type Result } from '../../../shared/result';
import { contextNow, type Environment } from '../environment';
import { stampOf } from '../run/command';
import { afterwards } from '../run/failures';
import { checkDayFits, closeOutside } from './day-fits';
import { impactOf, reachesPeople } from './settings-impact';

/**
 * Changes what is given and leaves the rest; every window fetches anew. What would mark, send away or move anybody at
 * once is said first. Errors: CONFLICT (not confirmed, with `would`; slots outside the new day; R17), UNAVAILABLE.
 */
export async function changeSettings(
  environment: Environment,
  { requestId, confirmed = false, ...change }: CheckedInput<'settings.change'>,
): Promise<Result<Settings>> {
  const { store, publish } = environment;
  const before = await store.settings();
  // Whole: a group that was not there before has the rest of its fields by default.
  const changed = settingsSchema.parse(merged(before, change));
  const outside = await checkDayFits(environment, before, changed);
  if (!outside.ok) return outside;
  if (reachesPeople(before, changed)) {
    const would = await impactOf(environment, before, changed);
    if (!confirmed && Object.values(would).some((count) => count > 0)) return refuseUnconfirmed(would);
    await watchAnew(environment, before, changed);
  }
  const context = await contextNow(environment);
  const { now, today } = context;
  const request = stampOf('settings.change', change, requestId);
  const { dayStartsAtMinute } = changed.clinic;
  const commit = await store.transact<Settings>({ books: outside.value, today, now, request }, (books) => {
    const closed = books.flatMap((book) => closeOutside(book, context, dayStartsAtMinute));
    return ok({ books: closed, settings: changed, answer: changed });
  });
  if (!commit.ok) return commit;
  if (!commit.value.repeated) {
    await afterwards(environment, 'telling', () => publish({ type: 'everythingChanged' }));
  }
  return ok(commit.value.answer);
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
async function watchAnew({ watch, clock }: Environment, before: Settings, after: Settings): Promise<void> {
  const [old, next] = [before.rules.noShowTimeoutMinutes, after.rules.noShowTimeoutMinutes];
  await watch.startAnew(clock.now() + Math.max(0, old - next) * MINUTE);
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
