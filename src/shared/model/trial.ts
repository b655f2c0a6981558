import { z } from 'zod';
import { doctorIdSchema } from './ids';
import { settingsChangeSchema } from './settings';
import { sourceSchema } from './token';

/** One figure under the rules as they are and as they are proposed, on the same simulated days. */
export const trialFigureSchema = z.object({
  /** Null: there was nobody to tell it of. */
  now: z.number().nullable(),
  proposed: z.number().nullable(),
  /** Differences no larger than this are noise: half of the 95 % confidence interval. Null: too few days to tell. */
  noise: z.number().nullable(),
});
export type TrialFigure = z.infer<typeof trialFigureSchema>;

/** Who waits how long, minutes, from being here or the start of the slot to the call. */
const waitsSchema = z.object({
  /** Patients called on an average day. */
  patients: z.number(),
  median: trialFigureSchema,
  p90: trialFigureSchema,
});

export const trialResultSchema = z.object({
  sources: z.array(waitsSchema.extend({ source: sourceSchema })),
  doctors: z.array(waitsSchema.extend({ doctorId: doctorIdSchema })),
  /** A day of the whole clinic. */
  day: z.object({
    unseen: trialFigureSchema,
    noShows: trialFigureSchema,
    /** Lost the seat to somebody more urgent. */
    displaced: trialFigureSchema,
    /** Got a seat from the waiting list. */
    promoted: trialFigureSchema,
    overtimeMinutes: trialFigureSchema,
  }),
});
export type TrialResult = z.infer<typeof trialResultSchema>;

/** From what a doctor's simulated days are made. */
export const trialBasisSchema = z.object({
  doctorId: doctorIdSchema,
  name: z.string(),
  /** Days of the last thirty with enough patients to go by; 0: the usual mix of an outpatient clinic is taken. */
  days: z.int(),
});

export const trialSchema = z.object({
  state: z.enum(['none', 'running', 'done', 'stopped', 'failed']),
  rules: settingsChangeSchema.shape.rules,
  days: z.int(),
  /** Days played so far. */
  done: z.int(),
  basis: z.array(trialBasisSchema),
  result: trialResultSchema.nullable(),
});
export type Trial = z.infer<typeof trialSchema>;
