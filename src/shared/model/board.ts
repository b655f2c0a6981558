import { z } from 'zod';
import { boardSettingsSchema, voiceSettingsSchema } from './board-settings';
import { doctorSchema } from './doctor';
import { instantSchema, serviceDaySchema } from './time';
import { waitRangeSchema } from './wait';

/*
 * What everybody in the waiting room may read: numbers and rooms, a name only as the settings say, never a
 * phone, a kind of visit or an id that finds the patient.
 */

const boardTokenSchema = z.object({
  number: z.string(),
  /** As the settings show it; null: not at all. */
  name: z.string().nullable(),
});

export const boardStates = ['expected', 'seeing', 'break', 'finished', 'closed'] as const;

export const boardDoctorSchema = z.object({
  doctor: doctorSchema.omit({ active: true }),
  /**
   * `expected`: not begun; `seeing`: at work; `break`: between two slots; `finished`: all slots are over and nobody
   * waits; `closed`: the day was closed, or all its slots.
   */
  state: z.enum(boardStates),
  /** When the doctor begins or goes on; null where the state has none. */
  from: instantSchema.nullable(),
  /** R22: minutes later than printed. */
  lateMinutes: z.int(),
  /** Somebody is asked to come in. */
  called: boardTokenSchema.extend({ since: instantSchema, recalls: z.int() }).nullable(),
  inConsultation: boardTokenSchema.nullable(),
  /** The next few, in calling order as things stand. */
  next: z.array(boardTokenSchema),
  /** How many are here and not yet called. */
  waiting: z.int(),
  /** What somebody who takes a token now would wait; null: unknown, or none is given. */
  wait: waitRangeSchema.nullable(),
});
export type BoardDoctor = z.infer<typeof boardDoctorSchema>;

export const boardCallSchema = z.object({
  /** Tells one call from every other, a recall from its call too. */
  key: z.string(),
  number: z.string(),
  name: z.string().nullable(),
  room: z.string(),
  doctorName: z.string(),
  at: instantSchema,
  /** Not the first time this number is called. */
  recall: z.boolean(),
});
export type BoardCall = z.infer<typeof boardCallSchema>;

export const boardViewSchema = z.object({
  clinicName: z.string(),
  timeZone: z.string(),
  now: instantSchema,
  serviceDay: serviceDaySchema,
  ...boardSettingsSchema.pick({ language: true, secondLanguage: true, notices: true }).shape,
  /** How calls are said. */
  voice: voiceSettingsSchema,
  /** Whoever has slots today, in the order of their letters. */
  doctors: z.array(boardDoctorSchema),
  /**
   * Of the clinic’s doctors; `none_left`: some were chosen for this board, and none of them works here any more: it says so,
   * and shows nobody else.
   */
  shows: z.enum(['all', 'some', 'none_left']),
  /** The last five numbers called, the latest first; each once. */
  calls: z.array(boardCallSchema),
});
export type BoardView = z.infer<typeof boardViewSchema>;
