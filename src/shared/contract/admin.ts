import { settingsChangeSchema, settingsSchema } from '../model/settings';
import { command, nothing, query } from './call';

export const adminCalls = {
  'settings.read': query(nothing, settingsSchema, ['staff']),
  /** Only what is given changes; each section by its own fields. Answers all settings as they are then. */
  'settings.change': command(settingsChangeSchema, settingsSchema, ['staff']),
} as const;
