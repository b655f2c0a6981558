import { withoutLosing } from '../../../shared/model/reasons';
import { isGroup, type Settings, type SettingsChange, settingsSchema } from '../../../shared/model/settings';

/** All settings with what is given; a group that was not there before has the rest of its fields by default. No reason is lost. */
export function settingsWith(before: Settings, change: Partial<SettingsChange>): Settings {
  const after = settingsSchema.parse(merged(before, change));
  return { ...after, reasons: withoutLosing(before.reasons, after.reasons) };
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
