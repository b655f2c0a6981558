import type { CheckedInput } from '../../../shared/contract';
import { MOST_SCHEDULED } from '../../../shared/contract/rules';
import type { Settings } from '../../../shared/model/settings';
import {
  decidingOf,
  differencesOf,
  type SettingsVersion,
  withChanges,
} from '../../../shared/model/settings-version';
import type { ServiceDay } from '../../../shared/model/time';
import { fail, ok, type Result } from '../../../shared/result';
import { actorOf, type Call } from '../call';
import { nobody, type Plan } from '../run/plan';
import { checkReach } from '../time/reach';
import { settingsWith } from './merge';
import { firstOf, versionIds } from './versions';

/**
 * Rules that hold from a day on. What is kept is each setting by itself: whatever else is changed until then stays.
 * Errors: INVALID_INPUT (a day that is not ahead, or too far; nothing would change); CONFLICT (too many wait already).
 */
export async function scheduleRules(
  call: Call,
  { rules, holdsFrom }: CheckedInput<'rules.schedule'>,
): Promise<Result<Plan<SettingsVersion>>> {
  const field = 'holdsFrom';
  if (holdsFrom <= call.today)
    return fail('INVALID_INPUT', 'Please choose a day after today, or save it from now on.', { field });
  const reach = checkReach(holdsFrom, call.today);
  if (!reach.ok) return fail('INVALID_INPUT', reach.error.message, { ...reach.error.details, field });
  const ids = versionIds(call);
  return ok({
    books: [],
    settingsVersions: true,
    decide: (_books, { reading }) => {
      const scheduled = reading.scheduledSettings();
      if (scheduled.length >= MOST_SCHEDULED)
        return fail(
          'CONFLICT',
          `${MOST_SCHEDULED} changes wait for their day already. Please call some off.`,
        );
      const expected = settingsAsOf(holdsFrom, reading.settings, scheduled);
      const changes = differencesOf(decidingOf(expected), decidingOf(settingsWith(expected, { rules })));
      if (changes.length === 0)
        return fail('INVALID_INPUT', 'That is how it will be then anyway.', { field: 'rules' });
      const version: SettingsVersion = {
        id: ids.own,
        madeAt: call.now,
        by: actorOf(call.caller),
        holdsFrom,
        state: 'scheduled',
        effectiveAt: null,
        changes,
        after: null,
        backTo: null,
      };
      const settingsVersions = [...firstOf(call, reading, ids.first), version];
      return ok({ decisions: [], about: nobody, also: { settingsVersions }, answer: version });
    },
  });
}

/** As the settings will be on a day, by what is scheduled until then. */
export function settingsAsOf(
  day: ServiceDay,
  settings: Settings,
  scheduled: readonly SettingsVersion[],
): Settings {
  return scheduled
    .filter(({ holdsFrom }) => holdsFrom !== null && holdsFrom <= day)
    .reduce((before, { changes }) => withChanges(before, changes), settings);
}

/** Errors: NOT_FOUND; CONFLICT: it has been made, or called off, already. */
export async function callOffRules(
  { environment: { store } }: Call,
  { versionId }: CheckedInput<'rules.callOff'>,
): Promise<Result<Plan<Record<string, never>>>> {
  const known = await store.settingsVersion(versionId);
  if (!known) return fail('NOT_FOUND', 'There is no such change of the rules.', { versionId });
  return ok({
    books: [],
    settingsVersions: true,
    decide: (_books, { reading }) => {
      const waiting = reading.scheduledSettings().find(({ id }) => id === versionId);
      if (!waiting) return fail('CONFLICT', 'This change does not wait for its day any more.', { versionId });
      const settingsVersions = [{ ...waiting, state: 'called_off' as const }];
      return ok({ decisions: [], about: nobody, also: { settingsVersions }, answer: {} });
    },
  });
}
