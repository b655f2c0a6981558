import { z } from 'zod';
import { doctorSchema } from '../model/doctor';
import { doctorScheduleSchema, scheduleSchema } from '../model/doctor-schedule';
import { doctorIdSchema } from '../model/ids';
import { command, nothing, query, requestId } from './call';

/** Who works here, and when. */
export const doctorCalls = {
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
} as const;
