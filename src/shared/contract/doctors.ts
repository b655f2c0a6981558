import { z } from 'zod';
import { doctorSchema } from '../model/doctor';
import { doctorPhotoSchema } from '../model/doctor-photo';
import { doctorScheduleSchema, scheduleSchema } from '../model/doctor-schedule';
import { doctorIdSchema } from '../model/ids';
import { byDoctor, command, nothing, query, requestId } from './call';

/** Who works here, and when. */
export const doctorCalls = {
  'doctors.list': query(nothing, z.array(doctorScheduleSchema), ['staff', 'doctor', 'kiosk', 'booking']),
  /**
   * Without an id a new doctor; with one, only what is given changes. Without a prefix the first free letter. Whoever
   * stops working here with patients left needs `openTokens`: they `keep` their tokens, or all are cancelled and told.
   * Another week reaches the days that have tokens too (R34); look with `plans.preview` before.
   */
  'doctors.save': command(
    z.strictObject({
      doctorId: doctorIdSchema.optional(),
      name: doctorSchema.shape.name.optional(),
      specialization: doctorSchema.shape.specialization.optional(),
      room: doctorSchema.shape.room.optional(),
      prefix: doctorSchema.shape.prefix.optional(),
      active: z.boolean().optional(),
      /** The whole of it; a language that is not in it reads the name. */
      nameIn: doctorSchema.shape.nameIn.optional(),
      minutesPerPatient: doctorSchema.shape.minutesPerPatient.optional(),
      position: doctorSchema.shape.position.optional(),
      openTokens: z.enum(['keep', 'cancel']).optional(),
      schedule: scheduleSchema.optional(),
      requestId,
    }),
    doctorScheduleSchema,
    ['staff'],
  ),
  /** Null: there is none, or none of the name `photo`: what a photo's name is answered with never changes. */
  'doctors.photo': query(
    z.strictObject({ doctorId: doctorIdSchema, photo: z.string().max(64).optional() }),
    doctorPhotoSchema.nullable(),
    ['staff', 'doctor', 'kiosk', 'board', 'booking'],
  ),
  /** A PNG, JPEG or WebP file as base64; null takes the photo away. */
  'doctors.setPhoto': command(byDoctor.extend({ data: z.string().nullable() }), doctorScheduleSchema, [
    'staff',
  ]),
} as const;
