import { z } from 'zod';
import { doctorSchema } from '../model/doctor';
import { doctorScheduleSchema, scheduleSchema } from '../model/doctor-schedule';
import { doctorIdSchema, slotIdSchema } from '../model/ids';
import { capacitySchema, slotSchema, slotViewSchema } from '../model/slot';
import { minuteOfDaySchema, serviceDaySchema } from '../model/time';
import { byDoctor, command, nothing, query, requestId } from './call';

/** Who works here, and when. */
export const doctorAdminCalls = {
  'doctors.list': query(nothing, z.array(doctorScheduleSchema), ['staff', 'doctor', 'kiosk', 'booking']),
  /**
   * Without an id a new doctor; with one, only what is given changes. Without a prefix the first free letter. Whoever
   * stops working here with patients left needs `openTokens`: they `keep` their tokens, or all are cancelled and told.
   */
  'doctors.save': command(
    z.strictObject({
      doctorId: doctorIdSchema.optional(),
      name: doctorSchema.shape.name.optional(),
      specialization: doctorSchema.shape.specialization.optional(),
      room: doctorSchema.shape.room.optional(),
      prefix: doctorSchema.shape.prefix.optional(),
      active: z.boolean().optional(),
      openTokens: z.enum(['keep', 'cancel']).optional(),
      schedule: scheduleSchema.optional(),
      requestId,
    }),
    doctorScheduleSchema,
    ['staff'],
  ),
  /** The slots of a day in order; default: today. */
  'slots.list': query(
    z.strictObject({ doctorId: doctorIdSchema, serviceDay: serviceDaySchema.optional() }),
    z.array(slotViewSchema),
    ['staff', 'doctor', 'kiosk', 'booking'],
  ),
  'slots.add': command(
    byDoctor.extend({
      serviceDay: serviceDaySchema.optional(),
      startMinute: minuteOfDaySchema,
      endMinute: minuteOfDaySchema,
      capacity: capacitySchema,
    }),
    slotViewSchema,
    ['staff'],
  ),
  /** R15: seats, and open or closed, of a slot by its id alone; both in one transaction. */
  'slots.update': command(
    z.strictObject({
      slotId: slotIdSchema,
      capacity: capacitySchema.optional(),
      status: slotSchema.shape.status.optional(),
      requestId,
    }),
    slotViewSchema,
    ['staff'],
  ),
} as const;
