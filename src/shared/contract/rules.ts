import { z } from 'zod';
import { settingsVersionIdSchema } from '../model/ids';
import { settingsChangeSchema, settingsImpactSchema, settingsSchema } from '../model/settings';
import {
  changedSettingSchema,
  scheduledChangeSchema,
  settingsVersionSchema,
} from '../model/settings-version';
import { serviceDaySchema } from '../model/time';
import { command, done, nothing, query, requestId } from './call';

/** At most so many changes wait for their day. */
export const MOST_SCHEDULED = 50;

const { rules, clinic } = settingsChangeSchema.shape;
const byVersion = z.strictObject({ versionId: settingsVersionIdSchema, requestId });

/** What the rules were, are and will be. Made at once they are changed by `settings.change`. */
export const rulesCalls = {
  /** The latest first; what waits for its day in the order in which it is to be made. */
  'rules.versions': query(
    z.strictObject({ limit: z.coerce.number<number>().int().min(1).max(500).optional() }),
    z.object({ versions: z.array(settingsVersionSchema), scheduled: z.array(scheduledChangeSchema) }),
    ['staff'],
  ),
  /** R26: how many of the patients of the last four weeks, as their tokens say, had precedence. */
  'rules.needs': query(nothing, z.object({ tokens: z.int(), needs: z.int() }), ['staff']),
  /** What would change, and whom that would reach at once. */
  'rules.impact': query(
    z.strictObject({ rules, clinic }),
    z.object({ changes: z.array(changedSettingSchema), would: settingsImpactSchema }),
    ['staff'],
  ),
  /** To be made at the turn of a day to come; each setting by itself, so that others may change meanwhile. */
  'rules.schedule': command(
    z.strictObject({ rules: rules.unwrap(), holdsFrom: serviceDaySchema, requestId }),
    settingsVersionSchema,
    ['staff'],
  ),
  'rules.callOff': command(byVersion, done, ['staff']),
  /** A new change with the values of an old one. Reaches people as any other does: see `settings.change`. */
  'rules.goBack': command(byVersion.extend({ confirmed: z.boolean().optional() }), settingsSchema, ['staff']),
} as const;
