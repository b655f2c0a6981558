import { z } from 'zod';
import { capacitySchema } from './slot';
import { serviceDaySchema } from './time';
import { sourceSchema } from './token';

/**
 * What a template is judged by: a minute that the mean patient waits, that the doctor is idle, that the session ends
 * late (Kaandorp and Koole, 2007).
 */
export const weights = { wait: 1, idle: 0.2, overtime: 1 } as const;

/** With less nothing is advised: the mean of fifty consultations is some ten per cent off as it is. */
export const ENOUGH = { consultations: 50, due: 50 } as const;
/** More were mistyped, and would not be calculated soon. */
export const MOST_SLOTS = 96;
export const MOST_PATIENTS = 120;

/** How long before it a visit was asked for; `here`: by somebody who was there already. */
export const leads = [
  'here',
  'same_day',
  'days_1',
  'days_2_3',
  'days_4_7',
  'days_8_14',
  'days_15_up',
] as const;
export type Lead = (typeof leads)[number];

/** What was seen of one doctor: counts and lengths, and nothing of any patient. */
export const measuredSchema = z.object({
  from: serviceDaySchema,
  to: serviceDaySchema,
  /** With visits. */
  days: z.int(),
  /** Whose length is known. */
  consultations: z.int(),
  meanMinutes: z.number().nullable(),
  /** The standard deviation over the mean. */
  variation: z.number().nullable(),
  /** Who came, or should have. */
  due: z.int(),
  missed: z.int(),
  /** The same by source and lead; only what there is. */
  noShows: z.array(z.object({ source: sourceSchema, lead: z.enum(leads), due: z.int(), missed: z.int() })),
});
export type Measured = z.infer<typeof measuredSchema>;

export function isEnough({ consultations, due }: Pick<Measured, 'consultations' | 'due'>): boolean {
  return consultations >= ENOUGH.consultations && due >= ENOUGH.due;
}

/** What is to be expected of a template; minutes. */
export const templateFiguresSchema = z.object({
  slotMinutes: z.int(),
  /** How many are booked in each slot. */
  booked: z.array(z.int()),
  /** How long those of each slot wait on average; null: nobody is booked in it. */
  waits: z.array(z.number().nullable()),
  meanWait: z.number(),
  idle: z.number(),
  overtime: z.number(),
  /** The weighted sum. */
  objective: z.number(),
});
export type TemplateFigures = z.infer<typeof templateFiguresSchema>;

/** A session that is asked about, as it is and as it may be. */
export const adviceWishSchema = z.strictObject({
  sessionMinutes: z
    .int()
    .min(5)
    .max(24 * 60),
  slotMinutes: z
    .int()
    .min(5)
    .max(12 * 60),
  seats: z.array(capacitySchema).min(1).max(MOST_SLOTS),
  /** As it may be: of how many minutes each slot is, and how many are booked in all. Without them: as it is. */
  newSlotMinutes: z
    .int()
    .min(5)
    .max(12 * 60)
    .optional(),
  patients: z.int().min(1).max(MOST_PATIENTS).optional(),
});

export const adviceSchema = z.object({
  measured: measuredSchema,
  /** Null: too little was seen to advise anything. */
  figures: z.object({ now: templateFiguresSchema, suggested: templateFiguresSchema }).nullable(),
});
export type Advice = z.infer<typeof adviceSchema>;

/** The lengths of the slots that a session is cut into; the last may be shorter. */
export function slotLengths(sessionMinutes: number, slotMinutes: number): number[] {
  return Array.from({ length: Math.ceil(sessionMinutes / slotMinutes) }, (_, slot) =>
    Math.min(slotMinutes, sessionMinutes - slot * slotMinutes),
  );
}
