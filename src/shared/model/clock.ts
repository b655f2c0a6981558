import { z } from 'zod';
import { instantSchema, minuteOfDaySchema, serviceDaySchema } from './time';

/** No clinic has used this app before: a clock that shows less has lost its battery. */
export const FIRST_YEAR = Date.UTC(2025, 0);

/** R35: what the computer's clock says and what the app counts, where they part. */
export const clockQuestionSchema = z.object({
  /** `jump`: while the app ran, so it has a count of its own; `start`: it was off, nobody knows how long. */
  kind: z.enum(['jump', 'start']),
  /** What the computer's clock says. */
  computer: instantSchema,
  /** What everything goes by until somebody answers. */
  ours: instantSchema,
  /** The last time that was believed; null: the app was never used. */
  lastUsedAt: instantSchema.nullable(),
  /** What it most likely is, to begin typing with. */
  guess: instantSchema,
  /** Nobody can tell which day it is: no token is issued for today before somebody answers. */
  dayUnknown: z.boolean(),
});
export type ClockQuestion = z.infer<typeof clockQuestionSchema>;

export const clockStateSchema = z.object({
  question: clockQuestionSchema.nullable(),
  /** How far the computer's clock is ahead of the clinic's since somebody said so, ms; 0: it is right. */
  wrongBy: z.number(),
});
export type ClockState = z.infer<typeof clockStateSchema>;

export const clockAnswerSchema = z.strictObject({
  right: z.enum(['computer', 'ours', 'typed']),
  /** What was typed, by the clinic's time zone. */
  date: serviceDaySchema.optional(),
  minute: minuteOfDaySchema.optional(),
  /** The two times as whoever answers saw them: another question by then is not answered. */
  computer: instantSchema.optional(),
  ours: instantSchema.optional(),
});
export type ClockAnswer = z.infer<typeof clockAnswerSchema>;
