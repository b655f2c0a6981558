import { z } from 'zod';
import { doctorSchema } from './doctor';
import { capacitySchema } from './slot';
import { minuteOfDaySchema, type ServiceDay, serviceDaySchema } from './time';

/** R4: seats of a slot above its capacity, so many or in per cent of it; null: as the settings say. */
export const emergencySeatsSchema = z
  .union([z.strictObject({ seats: capacitySchema }), z.strictObject({ percent: z.int().min(0).max(100) })])
  .nullable();
export type EmergencySeats = z.infer<typeof emergencySeatsSchema>;

/** A stretch of a day in which a doctor works, cut into slots of `slotMinutes`. */
export const sessionFields = {
  startMinute: minuteOfDaySchema,
  endMinute: minuteOfDaySchema,
  slotMinutes: z
    .int()
    .min(5)
    .max(12 * 60),
  capacity: capacitySchema,
  emergencySeats: emergencySeatsSchema.default(null),
};

/** A session of every week. */
export const scheduleLineSchema = z.strictObject({
  /** ISO: Monday is 1, Sunday 7. */
  weekday: z.int().min(1).max(7),
  ...sessionFields,
  /** The first and the last day on which it holds; null: always, from or to. */
  validFrom: serviceDaySchema.nullable().default(null),
  validTo: serviceDaySchema.nullable().default(null),
});
export type ScheduleLine = z.infer<typeof scheduleLineSchema>;
/** What is usual: it always holds, with emergency seats as the settings say. */
export const alwaysHolds = { emergencySeats: null, validFrom: null, validTo: null } as const;

export const scheduleSchema = z.array(scheduleLineSchema).max(50);

/** A doctor with the week that each new day's slots are made from. */
export const doctorScheduleSchema = doctorSchema.extend({ schedule: z.array(scheduleLineSchema) });
export type DoctorSchedule = z.infer<typeof doctorScheduleSchema>;

export type Session = Pick<
  ScheduleLine,
  'startMinute' | 'endMinute' | 'slotMinutes' | 'capacity' | 'emergencySeats'
>;

/** Whether a session of the week holds on this day. */
export function holdsOn({ validFrom, validTo }: ScheduleLine, day: ServiceDay): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo);
}

/** When the slots of this stretch begin; a rest too short for a whole slot is a shorter one. */
export function slotStarts({ startMinute, endMinute, slotMinutes }: Session): number[] {
  const starts: number[] = [];
  for (let start = startMinute; start < endMinute; start += slotMinutes) starts.push(start);
  return starts;
}

/** R4: the overflow of each of its slots; null: as the settings say. */
export function overflowOf({ capacity, emergencySeats }: Session): number | null {
  if (emergencySeats === null) return null;
  return 'seats' in emergencySeats
    ? emergencySeats.seats
    : Math.ceil((capacity * emergencySeats.percent) / 100);
}
