import { z } from 'zod';
import { personIdSchema } from './ids';
import { instantSchema, serviceDaySchema } from './time';

/**
 * What an alarm may be about:
 *
 * - `wait`: somebody waits longer than the target, by minutes; `crowd`: so many do
 * - `idle`: a doctor is free while people wait, for minutes
 * - `overrun`: a doctor is expected to be done later than the last printed slot ends, by minutes
 * - `printer`: so many slips were not printed, or the printer needs somebody
 * - `silence`: a kiosk or board that was there today has said nothing for minutes
 * - `disk`: less than so many megabytes are free where the data are
 * - `backup`: somebody must see to the copies of the data
 */
export const alarmKinds = [
  'wait',
  'idle',
  'printer',
  'crowd',
  'overrun',
  'silence',
  'disk',
  'backup',
] as const;
export const alarmKindSchema = z.enum(alarmKinds);
export type AlarmKind = z.infer<typeof alarmKindSchema>;

/** One alarm of today, as long as it stays and after. No patient is in it. */
export const alarmSchema = z.object({
  /** Kind, whose it is, and when it began. */
  id: z.string().min(1).max(120),
  kind: alarmKindSchema,
  /** The doctor, the device or the station; null: the app as a whole. */
  about: z.string().nullable(),
  /** Whose it is, in words; null: as `about`. */
  name: z.string().nullable(),
  /** Minutes, people, slips or megabytes, when it rang last; null: there is none. */
  figure: z.int().nullable(),
  beganAt: instantSchema,
  rangAt: instantSchema,
  /** How often it rang. */
  rings: z.int().min(0),
  /** Null: it stays. */
  endedAt: instantSchema.nullable(),
  /** Somebody knows of it: it does not ring again while it stays. */
  acknowledgedAt: instantSchema.nullable(),
  /** Null: nobody signs in there. */
  acknowledgedBy: personIdSchema.nullable(),
});
export type Alarm = z.infer<typeof alarmSchema>;

/** The log of alarms of one day, the latest last. */
export const alarmLogSchema = z.object({ serviceDay: serviceDaySchema, alarms: z.array(alarmSchema) });
export type AlarmLog = z.infer<typeof alarmLogSchema>;

/** Nobody has said yet that they know of it. */
export function isUnanswered({ acknowledgedAt, endedAt }: Alarm): boolean {
  return acknowledgedAt === null && endedAt === null;
}
