import { z } from 'zod';
import { doctorSchema } from './doctor';
import { capacitySchema } from './slot';
import { minuteOfDaySchema } from './time';

/** One stretch of a doctor's week, cut into slots of `slotMinutes`. */
export const scheduleLineSchema = z.strictObject({
  /** ISO: Monday is 1, Sunday 7. */
  weekday: z.int().min(1).max(7),
  startMinute: minuteOfDaySchema,
  endMinute: minuteOfDaySchema,
  slotMinutes: z
    .int()
    .min(5)
    .max(12 * 60),
  capacity: capacitySchema,
});
export type ScheduleLine = z.infer<typeof scheduleLineSchema>;

export const scheduleSchema = z.array(scheduleLineSchema).max(50);

/** A doctor with the week that each new day's slots are made from. */
export const doctorScheduleSchema = doctorSchema.extend({ schedule: z.array(scheduleLineSchema) });
export type DoctorSchedule = z.infer<typeof doctorScheduleSchema>;

/** When the slots of this stretch begin; a rest too short for a whole slot is a shorter one. */
export function slotStarts({ startMinute, endMinute, slotMinutes }: ScheduleLine): number[] {
  const starts: number[] = [];
  for (let start = startMinute; start < endMinute; start += slotMinutes) starts.push(start);
  return starts;
}
