import { z } from 'zod';
import { settingsChangeSchema } from '../model/settings';
import { trialSchema } from '../model/trial';
import { command, done, nothing, query } from './call';

/** Rules tried on simulated days of this clinic. Nothing of it is kept, and nothing in the clinic changes. */
export const trialCalls = {
  /** One at a time: a second one is refused (CONFLICT) while it runs. */
  'trial.start': command(
    z.strictObject({
      rules: settingsChangeSchema.shape.rules.unwrap(),
      days: z.int().min(12).max(240).optional(),
    }),
    trialSchema,
    ['staff'],
  ),
  /** Asking keeps it going: one that nobody looks at any more ends. */
  'trial.state': query(nothing, trialSchema, ['staff']),
  'trial.stop': command(nothing, done, ['staff']),
} as const;
