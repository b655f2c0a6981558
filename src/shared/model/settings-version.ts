import { z } from 'zod';
import { actorSchema } from './actor';
import { settingsVersionIdSchema } from './ids';
import { clinicSettingsSchema, isGroup, ruleSettingsSchema, type Settings } from './settings';
import { instantSchema, serviceDaySchema } from './time';

/** What decides who gets which seat and when: the rules, and of the clinic what its days are cut by. */
export const decidingSettingsSchema = z.object({
  rules: ruleSettingsSchema.prefault({}),
  clinic: clinicSettingsSchema
    .pick({ timeZone: true, dayStartsAtMinute: true, closeDayAtMinute: true })
    .prefault({}),
});
export type DecidingSettings = z.infer<typeof decidingSettingsSchema>;

/** One setting that changed: `rules.maxRecalls`, and of a group each part by itself, `rules.targetMinutes.paid`. */
export const changedSettingSchema = z.object({
  name: z.string(),
  from: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  to: z.union([z.string(), z.number(), z.boolean(), z.null()]),
});
export type ChangedSetting = z.infer<typeof changedSettingSchema>;

export const settingsVersionSchema = z.object({
  id: settingsVersionIdSchema,
  /** When somebody decided it, and who. */
  madeAt: instantSchema,
  by: actorSchema,
  /** The service day whose turn makes it; null: it was made at once. */
  holdsFrom: serviceDaySchema.nullable(),
  state: z.enum(['scheduled', 'made', 'called_off']),
  /** Since when it holds; null: it does not, yet or any more. */
  effectiveAt: instantSchema.nullable(),
  /** What it changed; of one that is scheduled, what it will. None: what held before the first change. */
  changes: z.array(changedSettingSchema),
  /** All of it as it was then; null: it has not been made. */
  after: decidingSettingsSchema.nullable(),
  /** The version that was gone back to. */
  backTo: settingsVersionIdSchema.nullable(),
});
export type SettingsVersion = z.infer<typeof settingsVersionSchema>;

/** A scheduled change, with what of it never comes: the same day, somebody has decided otherwise since. */
export const scheduledChangeSchema = settingsVersionSchema.extend({ overruled: z.array(z.string()) });
export type ScheduledChange = z.infer<typeof scheduledChangeSchema>;

export function decidingOf({ rules, clinic }: Settings): DecidingSettings {
  const { timeZone, dayStartsAtMinute, closeDayAtMinute } = clinic;
  return { rules, clinic: { timeZone, dayStartsAtMinute, closeDayAtMinute } };
}

/** What is not the same in both, setting by setting. */
export function differencesOf(before: DecidingSettings, after: DecidingSettings): ChangedSetting[] {
  const old = new Map(leavesOf(before, ''));
  return leavesOf(after, '').flatMap(([name, to]) => {
    const from = old.get(name) ?? null;
    return from === to ? [] : [{ name, from, to }];
  });
}

/** Each of the settings named takes its new value; the others stay. */
export function withChanges(settings: Settings, changes: readonly ChangedSetting[]): Settings {
  return changes.reduce((all, { name, to }) => withLeaf(all, name.split('.'), to), settings);
}

/** Each rule setting with its value, of a group each part. */
export const leavesOfRules = (rules: DecidingSettings['rules']): [string, Leaf][] => leavesOf(rules, '');

type Leaf = ChangedSetting['to'];

function leavesOf(group: object, path: string): [string, Leaf][] {
  return Object.entries(group).flatMap(([name, value]): [string, Leaf][] =>
    isGroup(value) ? leavesOf(value, `${path}${name}.`) : [[`${path}${name}`, value as Leaf]],
  );
}

function withLeaf<T extends object>(group: T, [name = '', ...rest]: readonly string[], value: Leaf): T {
  const known: unknown = Reflect.get(group, name);
  return { ...group, [name]: isGroup(known) ? withLeaf(known, rest, value) : value };
}
