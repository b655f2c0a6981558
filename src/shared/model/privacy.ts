import { z } from 'zod';
import { doctorIdSchema, tokenIdSchema } from './ids';
import { instantSchema, serviceDaySchema } from './time';
import { statusSchema } from './token';

/** Least and most days after which visits are erased by themselves: a month, and twenty years. */
export const LEAST_ERASE_DAYS = 30;
const MOST_ERASE_DAYS = 7300;

export const privacySettingsSchema = z.object({
  eraseAfterDays: z
    .int()
    .min(LEAST_ERASE_DAYS)
    .max(MOST_ERASE_DAYS)
    .nullable()
    .default(null)
    .describe('After so many days nobody can tell any more whose a visit was; null: it is kept.'),
});

/** Somebody there is something kept of. */
export const foundPatientSchema = z.object({
  /** The latest token: it stands for the patient. */
  tokenId: tokenIdSchema,
  patientName: z.string(),
  patientContact: z.string(),
  visits: z.int(),
  lastDay: serviceDaySchema,
});
export type FoundPatient = z.infer<typeof foundPatientSchema>;

/** One visit, as it is ticked. */
export const keptVisitSchema = z.object({
  tokenId: tokenIdSchema,
  number: z.string(),
  serviceDay: serviceDaySchema,
  doctorId: doctorIdSchema,
  doctorName: z.string(),
  createdAt: instantSchema,
  status: statusSchema,
  patientName: z.string(),
  patientContact: z.string(),
  /** Of the same name and phone, or one made from such a visit; else somebody else with that phone. */
  isSame: z.boolean(),
  /** Not over: it cannot be erased yet. */
  isOpen: z.boolean(),
});
export type KeptVisit = z.infer<typeof keptVisitSchema>;
