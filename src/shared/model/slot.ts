import { z } from 'zod';
import { slotIdSchema } from './ids';
import { instantSchema, minuteOfDaySchema } from './time';

/** The most seats a slot may have: a limit against typing slips, not a design limit. */
export const MAX_CAPACITY = 500;

export const capacitySchema = z.int().min(0).max(MAX_CAPACITY);

/** Whether a slot, or a doctor's day, takes anybody. */
export const openingSchema = z.enum(['open', 'closed']);

export const slotSchema = z.object({
  id: slotIdSchema,
  startMinute: minuteOfDaySchema,
  endMinute: minuteOfDaySchema,
  /** The printed times as instants. */
  startsAt: instantSchema,
  endsAt: instantSchema,
  capacity: capacitySchema,
  /** Seats above capacity for emergencies; null: as the settings say (R4). */
  overflow: capacitySchema.nullable(),
  status: openingSchema,
  /** R22: how late the doctor is for this slot, in minutes; printed times stay. */
  delayMinutes: z.int().min(0).max(720),
});

export type Slot = z.infer<typeof slotSchema>;

/** The printed times of a slot. */
export const slotTimesSchema = z.object({ startMinute: minuteOfDaySchema, endMinute: minuteOfDaySchema });

/** Where a slot is in its life, by the doctor's real times (R22). */
export const slotPhases = ['upcoming', 'running', 'ended', 'closed'] as const;

export const slotViewSchema = slotSchema.extend({
  phase: z.enum(slotPhases),
  /** R1: active or served tokens of the slot, extras aside. */
  used: z.int(),
  /** How many of the used seats are emergencies. */
  emergencies: z.int(),
  extras: z.int(),
  free: z.int(),
  /** R4: seats above capacity, for emergencies only. */
  overflowSeats: z.int(),
});
export type SlotView = z.infer<typeof slotViewSchema>;
