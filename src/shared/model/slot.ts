import { z } from 'zod';
import { slotIdSchema } from './ids';
import { instantSchema, minuteOfDaySchema } from './time';

/** The most seats a slot may have: a limit against typing slips, not a design limit. */
export const MAX_CAPACITY = 500;

export const capacitySchema = z.int().min(0).max(MAX_CAPACITY);

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
  status: z.enum(['open', 'closed']),
  /** R22: how late the doctor is for this slot, in minutes; printed times stay. */
  delayMinutes: z.int().min(0).max(720),
});

export type Slot = z.infer<typeof slotSchema>;
