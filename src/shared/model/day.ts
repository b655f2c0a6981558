import { z } from 'zod';
import { doctorSchema } from './doctor';
import { openingSchema } from './slot';
import { instantSchema, serviceDaySchema } from './time';
import { holderSchema } from './token';

/** R16: what closing a day would do, before it is done. */
export const closePreviewSchema = z.object({
  doctor: doctorSchema,
  serviceDay: serviceDaySchema,
  status: openingSchema,
  revision: z.int(),
  served: z.int(),
  /** Had a seat and never came. */
  noShows: z.array(holderSchema),
  /** Came, or waited without a seat, and was not seen. */
  notSeen: z.array(holderSchema),
  /** Stays until finished. */
  inConsultation: holderSchema.nullable(),
});
export type ClosePreview = z.infer<typeof closePreviewSchema>;

const figuresSchema = z.object({
  /** Tokens given out; those undone aside. */
  issued: z.int(),
  served: z.int(),
  noShows: z.int(),
  cancelled: z.int(),
  /** Sent on to another doctor. */
  transferred: z.int(),
  /** In whichever way: those of the four below, and those of whom nobody said. */
  notSeen: z.int(),
  leftUnseen: z.int(),
  sentAway: z.int(),
  doctorGone: z.int(),
  /** The clock closed the day, and nobody was asked. */
  closedByClock: z.int(),
  /** Neither seen nor closed yet. */
  open: z.int(),
  /** From coming to being called, mean; null: nobody was. */
  waitMinutes: z.number().nullable(),
  /** Mean; null: nobody was seen. */
  consultationMinutes: z.number().nullable(),
  /** How many consultations ended in each hour of the clock that had any, in order of time. */
  byHour: z.array(z.object({ hour: z.int().min(0).max(23), served: z.int() })),
});
export type DayFigures = z.infer<typeof figuresSchema>;

/** What a day came to: per doctor, and in all. */
export const daySummarySchema = z.object({
  serviceDay: serviceDaySchema,
  clinicName: z.string(),
  timeZone: z.string(),
  /** When this was counted. */
  now: instantSchema,
  doctors: z.array(z.object({ doctor: doctorSchema, status: openingSchema, figures: figuresSchema })),
  total: figuresSchema,
});
export type DaySummary = z.infer<typeof daySummarySchema>;

/** How fast a doctor works today, and when the last patient known so far would be done. */
export const paceViewSchema = z.object({
  /** Today's consultations in order, minutes each. */
  today: z.array(z.number()),
  /** Median of today; null: none yet. */
  todayMinutes: z.number().nullable(),
  /** What the clinic has learned of this doctor; at first what the slots plan. */
  usualMinutes: z.number(),
  /** A range of instants; null: nobody is left. */
  doneBy: z.object({ from: instantSchema, to: instantSchema }).nullable(),
});
export type PaceView = z.infer<typeof paceViewSchema>;
