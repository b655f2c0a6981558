import type { CallOutput, CheckedInput } from '../../../shared/contract';
import type { Configuration } from '../../../shared/model/configuration';
import type { Settings } from '../../../shared/model/settings';
import { ok, type Result } from '../../../shared/result';
import { checkNotMore } from '../access/not-more';
import { knownCalls } from '../access/person-roles';
import type { Call } from '../call';
import { watchAnew } from '../rules/due';
import { settingsWith } from '../rules/merge';
import { versionIds, versionsOfChange } from '../rules/versions';
import { nobody, type Plan } from '../run/plan';
import { booksReached, type Planned, replanBooks } from '../schedule/replanning';
import { type Differences, differencesFrom } from './differences';
import { readConfiguration, refuseFaulty } from './read';

/**
 * Takes a file over, all of it or nothing: doctors and their weeks, leave, single sessions, closures, roles, settings. R34:
 * days that have a book are planned anew, and whoever loses a seat stands on the call list. Errors: see the contract.
 */
export async function importConfiguration(
  call: Call,
  { file: text }: CheckedInput<'configuration.import'>,
): Promise<Result<Plan<CallOutput<'configuration.import'>>>> {
  const file = readConfiguration(text);
  if (!file.ok) return file;
  await watchAnew(call, call.settings, settingsWith(call.settings, file.value.settings));
  return ok(await planFrom(call, file.value, () => undefined));
}

/** The same as a plan; `found` hears what is otherwise, and which settings it comes to. */
export async function planFrom(
  call: Call,
  file: Configuration,
  found: (differences: Differences, settings: Settings) => void,
): Promise<Omit<Plan<CallOutput<'configuration.import'>>, 'complete'>> {
  const { today } = call;
  const reach = { from: today };
  const ids = versionIds(call);
  return {
    books: await booksReached(call, reach),
    everyDoctor: true,
    everyPerson: true,
    settingsVersions: true,
    decide: (books, at) => {
      const { reading } = at;
      const settings = settingsWith(reading.settings, file.settings);
      const cut = checkCut(reading.settings, settings, books.length);
      if (!cut.ok) return cut;
      const differences = differencesFrom(file, { ...reading, settings }, today);
      if (!differences.ok) return refuseFaulty(differences.error);
      const { added, changed, photos, leaves, oneOffs, closures, roles } = differences.value;
      const here = reading.people().roles.filter(({ id }) => roles.some((role) => role.id === id));
      const within = checkNotMore(
        call.caller,
        reading,
        [...roles, ...here].map(({ calls }) => knownCalls(calls)),
      );
      if (!within.ok) return within;
      const weeks = new Map(changed.map(({ doctor, schedule }) => [doctor.id, schedule]));
      const planned = replanBooks(call, books, at, {
        reach,
        planned: (before: Planned, { doctorId, serviceDay }): Planned => ({
          week: weeks.get(doctorId) ?? before.week,
          oneOffs: [
            ...before.oneOffs,
            ...oneOffs.filter((one) => one.doctorId === doctorId && one.serviceDay === serviceDay),
          ],
          leaves: [
            ...before.leaves,
            ...leaves.filter(
              (one) => one.doctorId === doctorId && one.from <= serviceDay && serviceDay <= one.to,
            ),
          ],
          closures: [
            ...before.closures,
            ...closures.filter(({ from, to }) => from <= serviceDay && serviceDay <= to),
          ],
        }),
      });
      if (!planned.ok) return planned;
      found(differences.value, settings);
      const isOther = JSON.stringify(settings) !== JSON.stringify(reading.settings);
      const also = {
        doctors: [...added, ...changed],
        photos,
        personRoles: roles,
        ...(leaves.length + oneOffs.length + closures.length > 0 && { plan: { leaves, oneOffs, closures } }),
        ...(isOther && { settings, settingsVersions: versionsOfChange(call, reading, settings, ids) }),
      };
      return ok({ decisions: planned.value, about: nobody, also, answer: {} });
    },
  };
}

/** How days are cut cannot change under patients: their slots would fall out of their days. */
function checkCut({ clinic: before }: Settings, { clinic: after }: Settings, books: number): Result<null> {
  const isSame = before.timeZone === after.timeZone && before.dayStartsAtMinute === after.dayStartsAtMinute;
  if (isSame || books === 0) return ok(null);
  const message =
    'The file has another time zone, or another hour at which the day begins, and there are tokens here for today or later.';
  return refuseFaulty([{ place: 'settings clinic', message }]);
}
