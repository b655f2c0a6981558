import { z } from 'zod';
import { chosenFileSchema } from '../model/chosen-file';
import { doctorSchema } from '../model/doctor';
import { dateOrderSchema, doctorFilePreviewSchema } from '../model/doctor-file';
import { doctorPhotoSchema } from '../model/doctor-photo';
import { doctorScheduleSchema, scheduleSchema } from '../model/doctor-schedule';
import { doctorIdSchema } from '../model/ids';
import { byDoctor, command, nothing, query, requestId } from './call';

/** A CSV file of doctors and their weeks, one row a session, in UTF-8, UTF-16 or Windows-1252. */
const doctorFile = {
  /** The file as base64. */
  data: chosenFileSchema,
  /** What 03/04/2026 means, where the file does not tell by itself. */
  dateOrder: dateOrderSchema.optional(),
};
const exported = z.strictObject({
  /** Of the names of columns and days; default: English. Both are understood. */
  language: z.enum(['en', 'hi']).optional(),
  /** An example to fill in, instead of who works here. */
  example: z.boolean().optional(),
});

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
      followUp: doctorSchema.shape.followUp.optional(),
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
  /** All doctors who work here with their weeks, in the format that `doctors.importCsv` reads. */
  'doctors.exportCsv': query(
    exported,
    z.object({ fileName: z.string(), text: z.string(), doctors: z.int() }),
    ['staff'],
  ),
  /** Saves the same in the folder for exports. Errors: UNAVAILABLE. */
  'doctors.saveCsv': command(exported, z.object({ path: z.string(), doctors: z.int() }), ['staff']),
  /** What such a file would do: each doctor, each fault by row and column, whom it would move. Nothing is done. */
  'doctors.previewCsv': query(z.strictObject(doctorFile), doctorFilePreviewSchema, ['staff']),
  /** All of it in one step, each doctor as by `doctors.save`; while one row has a fault, nothing. */
  'doctors.importCsv': command(
    z.strictObject({ ...doctorFile, requestId }),
    z.object({ added: z.int(), changed: z.int(), unchanged: z.int() }),
    ['staff'],
  ),
} as const;
