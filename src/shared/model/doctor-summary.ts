import { z } from 'zod';
import { doctorSchema } from './doctor';
import { dayWithRoomSchema } from './otherwise';
import { slotViewSchema } from './slot';
import { instantSchema, serviceDaySchema } from './time';
import { waitRangeSchema } from './wait';

/** What anyone may know of a doctor's day: no personal data. */
export const doctorSummarySchema = z.object({
  doctor: doctorSchema,
  serviceDay: serviceDaySchema,
  revision: z.int(),
  /** `seats`: a seat is free; `list`: full, the waiting list is open; `closed`: nothing more today. */
  state: z.enum(['seats', 'list', 'closed']),
  /** The slot a walk-in would get now. */
  nextSlot: slotViewSchema.pick({ id: true, startMinute: true, endMinute: true, free: true }).nullable(),
  /** People here and not yet called, with a seat or without. */
  ahead: z.int(),
  /** Tokens on the waiting list. */
  waiting: z.int(),
  delayMinutes: z.int(),
  /** Until when the doctor is on a break; null: at work. */
  breakUntil: instantSchema.nullable(),
  /** What a walk-in would wait from now; null: unknown, or none would be taken. */
  wait: waitRangeSchema.nullable(),
  /** Where nothing is left today: the next day with a free seat; null: there is time today, or none in two weeks. */
  nextDay: dayWithRoomSchema.nullable(),
});
export type DoctorSummary = z.infer<typeof doctorSummarySchema>;
