import type { CallOutput, CheckedInput } from '../../../shared/contract';
import { type SettingsVersionId, settingsVersionIdSchema } from '../../../shared/model/ids';
import type { Settings } from '../../../shared/model/settings';
import {
  decidingOf,
  differencesOf,
  type ScheduledChange,
  type SettingsVersion,
} from '../../../shared/model/settings-version';
import { ok, type Result } from '../../../shared/result';
import type { Reading } from '../../store/store';
import { theClock } from '../access/caller';
import { actorOf, type Call } from '../call';

const SHOWN = 100;

/** Ids for what a change is recorded as: drawn before it is decided, which may happen twice. */
export interface VersionIds {
  readonly first: SettingsVersionId;
  readonly own: SettingsVersionId;
}

export function versionIds({ environment: { newId } }: Call): VersionIds {
  return { first: settingsVersionIdSchema.parse(newId()), own: settingsVersionIdSchema.parse(newId()) };
}

/**
 * What is recorded of a change that is made at once: nothing, where none of what decides changes. With the first one
 * goes what held before, so that it can be gone back to.
 */
export function versionsOfChange(
  call: Call,
  reading: Pick<Reading, 'settings' | 'settingsVersions'>,
  after: Settings,
  ids: VersionIds,
  backTo: SettingsVersionId | null = null,
): readonly SettingsVersion[] {
  const changes = differencesOf(decidingOf(reading.settings), decidingOf(after));
  if (changes.length === 0) return [];
  const { now } = call;
  const made: SettingsVersion = {
    id: ids.own,
    madeAt: now,
    by: actorOf(call.caller),
    holdsFrom: null,
    state: 'made',
    effectiveAt: now,
    changes,
    after: decidingOf(after),
    backTo,
  };
  return [...firstOf(call, reading, ids.first), made];
}

/** What held before the first change, if this is it. */
export function firstOf(
  { now }: Pick<Call, 'now'>,
  { settings, settingsVersions }: Pick<Reading, 'settings' | 'settingsVersions'>,
  id: SettingsVersionId,
): readonly SettingsVersion[] {
  if (settingsVersions(1).length > 0) return [];
  const after = decidingOf(settings);
  const nothing = { holdsFrom: null, changes: [], backTo: null };
  return [{ id, madeAt: now, by: actorOf(theClock), state: 'made', effectiveAt: now, after, ...nothing }];
}

/** What the rules were, and what they will be. */
export async function listVersions(
  { environment: { store } }: Call,
  { limit = SHOWN }: CheckedInput<'rules.versions'>,
): Promise<Result<CallOutput<'rules.versions'>>> {
  const scheduled = await store.scheduledSettings();
  return ok({
    versions: [...(await store.settingsVersions(limit))],
    scheduled: scheduled.map((one, place) => ({ ...one, overruled: overruledIn(one, scheduled, place) })),
  });
}

/** Of two changes of one day the later one wins, setting by setting. */
function overruledIn(
  { holdsFrom, changes }: SettingsVersion,
  all: readonly SettingsVersion[],
  place: number,
): ScheduledChange['overruled'] {
  const later = all.slice(place + 1).filter((other) => other.holdsFrom === holdsFrom);
  const names = new Set(later.flatMap((other) => other.changes.map(({ name }) => name)));
  return changes.map(({ name }) => name).filter((name) => names.has(name));
}
