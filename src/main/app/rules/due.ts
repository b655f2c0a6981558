import type { Settings } from '../../../shared/model/settings';
import {
  decidingOf,
  differencesOf,
  type SettingsVersion,
  withChanges,
} from '../../../shared/model/settings-version';
import { type Instant, MINUTE, type ServiceDay } from '../../../shared/model/time';
import { ok } from '../../../shared/result';
import { theClock } from '../access/caller';
import { beginCall, type Call } from '../call';
import type { Environment } from '../environment';
import { nobody } from '../run/plan';
import { runPlan } from '../run/run';
import { serviceDayAt } from '../time/calendar';

/**
 * Makes the changes of rules whose day has come, in one transaction: exactly once, whoever else tries. An app that was off
 * at the turn of the day does it when it starts. Answers whether none is left that should have been made.
 */
export async function makeDueChanges(environment: Environment): Promise<boolean> {
  // R35: not by a day that only a wrong clock shows.
  if (environment.clockTrust.isDoubted()) return false;
  const call = await beginCall(environment, theClock, { act: { kind: 'clock.rules', input: {} } });
  const isDue = ({ holdsFrom }: SettingsVersion): boolean => holdsFrom !== null && holdsFrom <= call.today;
  if (!(await environment.store.scheduledSettings()).some(isDue)) return true;
  const made = await runPlan(call, {
    books: [],
    settingsVersions: true,
    decide: (_books, { reading }) => {
      const { settings, versions } = madeNow(reading.scheduledSettings(), reading.settings, call.now);
      if (versions.length === 0)
        return ok({ decisions: [], about: nobody, answer: { before: settings, after: settings } });
      const also = { settings, settingsVersions: versions };
      return ok({
        decisions: [],
        about: nobody,
        also,
        answer: { before: reading.settings, after: settings },
      });
    },
  });
  if (made.ok) await watchAnew(call, made.value.before, made.value.after);
  else environment.log.warn('a change of rules could not be made', made.error);
  return made.ok;
}

/** One after the other, each on what those before it made; a day’s later one wins. */
function madeNow(
  scheduled: readonly SettingsVersion[],
  settings: Settings,
  now: Instant,
): { readonly settings: Settings; readonly versions: readonly SettingsVersion[] } {
  const today = dayBy(settings, now);
  const versions: SettingsVersion[] = [];
  let current = settings;
  for (const version of scheduled) {
    if (version.holdsFrom === null || version.holdsFrom > today) continue;
    const next = withChanges(current, version.changes);
    const changes = differencesOf(decidingOf(current), decidingOf(next));
    versions.push({ ...version, state: 'made', effectiveAt: now, changes, after: decidingOf(next) });
    current = next;
  }
  return { settings: current, versions };
}

const dayBy = ({ clinic }: Settings, now: Instant): ServiceDay =>
  serviceDayAt(now, clinic.timeZone, clinic.dayStartsAtMinute);

/** R13: nobody is marked for a setting until the longer of the two timeouts has passed: time to see that it is wrong. */
export async function watchAnew(
  { environment, now }: Pick<Call, 'environment' | 'now'>,
  before: Settings,
  after: Settings,
): Promise<void> {
  const [old, next] = [before.rules.noShowTimeoutMinutes, after.rules.noShowTimeoutMinutes];
  await environment.watch.startAnew(now + Math.max(0, old - next) * MINUTE);
}

/**
 * Before the first call of a service day is decided, the changes of that day are made: a call that comes before the
 * clock’s round does not go by yesterday’s rules. Answers the call, by the rules as they are then.
 */
export function dueAtTheDoor(environment: Environment): (call: Call) => Promise<Call> {
  let settled: ServiceDay | undefined;
  return async (call) => {
    if (call.today === settled) return call;
    if (await makeDueChanges(environment)) settled = call.today;
    return beginCall(environment, call.caller, call);
  };
}
