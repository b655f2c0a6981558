import { settingsChangeSchema, settingsSchema } from '../model/settings';
import { command, nothing, query, requestId } from './call';

export const adminCalls = {
  'settings.read': query(nothing, settingsSchema, ['staff']),
  /** Only what is given changes; each section by its own fields. Answers all settings as they are then. */
  'settings.change': command(settingsChangeSchema.extend({ requestId }), settingsSchema, ['staff']),
} as const;
