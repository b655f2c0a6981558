import { z } from 'zod';
import { settingsChangeSchema, settingsSchema } from '../model/settings';
import { command, nothing, query, requestId } from './call';

export const adminCalls = {
  'settings.read': query(nothing, settingsSchema, ['staff']),
  /**
   * Only what is given changes; each section by its own fields. Answers all settings as they are then. What would mark
   * or move anybody at once is refused (CONFLICT, `details.would`) until it is `confirmed`.
   */
  'settings.change': command(
    settingsChangeSchema.extend({ confirmed: z.boolean().optional(), requestId }),
    settingsSchema,
    ['staff'],
  ),
} as const;
