import { z } from 'zod';
import { bookViewSchema } from '../model/book-view';
import { closePreviewSchema, daySummarySchema } from '../model/day';
import { doctorSummarySchema } from '../model/doctor-summary';
import { doctorIdSchema, slotIdSchema, tokenIdSchema } from '../model/ids';
import { reopenedSchema } from '../model/left-over';
import { capacitySchema, slotSchema, slotViewSchema } from '../model/slot';
import { minuteOfDaySchema, serviceDaySchema } from '../model/time';
import { tokenSchema, unseenWaySchema } from '../model/token';
import { byDoctor, command, done, nothing, query, requestId } from './call';

const serviceDay = serviceDaySchema.optional();
const oneOrAll = z.strictObject({
  /** Default: every active doctor. */
  doctorId: doctorIdSchema.optional(),
  /** Default: today. */
  serviceDay,
});

/** A doctor's day: its book, its slots, its hours. */
export const dayCalls = {
  'doctors.summaries': query(nothing, z.array(doctorSummarySchema), ['staff', 'kiosk', 'doctor']),
  'books.view': query(z.strictObject({ doctorId: doctorIdSchema, serviceDay }), bookViewSchema, [
    'staff',
    'doctor',
  ]),
  /** R10: of the same the waiting list, best first; displaced ones included. */
  'books.waiting': query(z.strictObject({ doctorId: doctorIdSchema, serviceDay }), z.array(tokenSchema), [
    'staff',
    'doctor',
  ]),
  /** R22: minutes late today; 0 takes it back. */
  'doctors.setDelay': command(byDoctor.extend({ minutes: z.int().min(0).max(720) }), done, [
    'staff',
    'doctor',
  ]),
  /** R22: a break of so many minutes from now; slots not begun are as much later. */
  'doctors.takeBreak': command(byDoctor.extend({ minutes: z.int().min(1).max(720) }), done, [
    'staff',
    'doctor',
  ]),
  /** R22: back from the break before its end: what is left of it is given back to the slots not begun. */
  'doctors.endBreak': command(byDoctor, done, ['staff', 'doctor']),
  /** R15: every slot after this one closes; null: every slot not over. */
  'doctors.leaveEarly': command(byDoctor.extend({ lastSlotId: slotIdSchema.nullable() }), done, [
    'staff',
    'doctor',
  ]),
  /** R16: who would become what, if the day closed now. */
  'books.closePreview': query(oneOrAll, z.array(closePreviewSchema), ['staff', 'doctor']),
  /** R16. With `revision`, refused if anything changed since the review. */
  'books.close': command(
    byDoctor.extend({
      serviceDay,
      revision: z.int().optional(),
      /** What became of whoever is still here or waiting; default: not said. */
      unseen: unseenWaySchema.optional(),
      /** The same of single ones, who differ. */
      unseenEach: z
        .array(z.strictObject({ tokenId: tokenIdSchema, as: unseenWaySchema }))
        .max(1_000)
        .optional(),
    }),
    done,
    ['staff', 'doctor'],
  ),
  /** R28: a day closed by mistake, today or yesterday: everybody stands as before the closing, but for whom it answers. */
  'books.reopen': command(byDoctor.extend({ serviceDay }), reopenedSchema, ['staff', 'doctor']),
  'books.summary': query(oneOrAll, daySummarySchema, ['staff', 'doctor']),
  /** The slots of a day in order; default: today. */
  'slots.list': query(z.strictObject({ doctorId: doctorIdSchema, serviceDay }), z.array(slotViewSchema), [
    'staff',
    'doctor',
    'kiosk',
    'booking',
  ]),
  'slots.add': command(
    byDoctor.extend({
      serviceDay,
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
  'slots.close': command(byDoctor.extend({ slotId: slotIdSchema, serviceDay }), done, ['staff']),
  'slots.reopen': command(byDoctor.extend({ slotId: slotIdSchema, serviceDay }), done, ['staff']),
  'slots.change': command(
    byDoctor.extend({
      slotId: slotIdSchema,
      serviceDay,
      capacity: capacitySchema,
    }),
    done,
    ['staff'],
  ),
} as const;
