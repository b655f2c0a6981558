import { z } from 'zod';
import { closePreviewSchema, daySummarySchema } from '../model/day';
import { doctorIdSchema, slotIdSchema } from '../model/ids';
import { serviceDaySchema } from '../model/time';
import { byDoctor, command, done, query } from './call';

const serviceDay = serviceDaySchema.optional();
const oneOrAll = z.strictObject({
  /** Default: every active doctor. */
  doctorId: doctorIdSchema.optional(),
  /** Default: today. */
  serviceDay,
});

/** A doctor's day as a whole. */
export const doctorCalls = {
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
  'books.close': command(byDoctor.extend({ serviceDay, revision: z.int().optional() }), done, [
    'staff',
    'doctor',
  ]),
  /** R28: a day closed by mistake, today or yesterday: everybody stands as before the closing. */
  'books.reopen': command(byDoctor.extend({ serviceDay }), done, ['staff', 'doctor']),
  'books.summary': query(oneOrAll, daySummarySchema, ['staff', 'doctor']),
} as const;
