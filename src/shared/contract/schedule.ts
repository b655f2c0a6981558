import { z } from 'zod';
import { closureSchema, leaveSchema, oneOffSchema } from '../model/absence';
import { calendarFileSchema } from '../model/calendar-file';
import { chosenFileSchema } from '../model/chosen-file';
import { closureIdSchema, doctorIdSchema, leaveIdSchema, oneOffIdSchema } from '../model/ids';
import { minuteOfDaySchema, serviceDaySchema } from '../model/time';
import { weekViewSchema } from '../model/week-view';
import { command, done, query, requestId } from './call';

/** Default: from today on, as far as days can be booked. */
const days = { from: serviceDaySchema.optional(), to: serviceDaySchema.optional() };

const when = {
  from: serviceDaySchema,
  /** The last day; default: that one day. */
  to: serviceDaySchema.optional(),
  /** A part of each of these days; missing or null: from its beginning, to its end. */
  startMinute: minuteOfDaySchema.nullable().optional(),
  endMinute: minuteOfDaySchema.nullable().optional(),
};

/**
 * What a doctor's day is planned as, beside the week (`doctors.save`). Each change reaches the days that have tokens
 * too (R34): whoever loses a seat stands on the call list, and gets one again where it is taken back. What it would do
 * says `plans.preview`.
 */
export const scheduleCalls = {
  'leaves.list': query(
    z.strictObject({ doctorId: doctorIdSchema.optional(), ...days }),
    z.array(leaveSchema),
    ['staff', 'doctor'],
  ),
  'leaves.add': command(
    z.strictObject({ doctorId: doctorIdSchema, ...when, reason: leaveSchema.shape.reason, requestId }),
    leaveSchema,
    ['staff'],
  ),
  /** Taken back: the doctor comes after all. */
  'leaves.remove': command(z.strictObject({ leaveId: leaveIdSchema, requestId }), done, ['staff']),
  'oneOffs.list': query(
    z.strictObject({ doctorId: doctorIdSchema.optional(), ...days }),
    z.array(oneOffSchema),
    ['staff', 'doctor'],
  ),
  'oneOffs.add': command(
    z.strictObject({
      ...oneOffSchema.omit({ id: true }).shape,
      requestId,
    }),
    oneOffSchema,
    ['staff'],
  ),
  'oneOffs.remove': command(z.strictObject({ oneOffId: oneOffIdSchema, requestId }), done, ['staff']),
  'closures.list': query(z.strictObject(days), z.array(closureSchema), ['staff', 'doctor']),
  /** A holiday, or closed for another reason. */
  'closures.add': command(
    z.strictObject({ ...when, name: closureSchema.shape.name, requestId }),
    closureSchema,
    ['staff'],
  ),
  /** Several in one step, such as those chosen of a calendar file: all of them, or none. */
  'closures.addAll': command(
    z.strictObject({
      closures: z
        .array(z.strictObject({ ...when, name: closureSchema.shape.name }))
        .min(1)
        .max(400),
      requestId,
    }),
    z.array(closureSchema),
    ['staff'],
  ),
  /**
   * What an iCalendar file (`.ics`, as base64) has for the next two years, as closures: repeated events one by one,
   * cancelled and past ones left out. Nothing is done: `closures.addAll` takes what is chosen of them.
   */
  'closures.readFile': query(z.strictObject({ data: chosenFileSchema }), calendarFileSchema, ['staff']),
  'closures.remove': command(z.strictObject({ closureId: closureIdSchema, requestId }), done, ['staff']),
  /** Seven days from this one; default: from today. */
  'doctors.week': query(
    z.strictObject({ doctorId: doctorIdSchema, from: serviceDaySchema.optional() }),
    weekViewSchema,
    ['staff', 'doctor'],
  ),
} as const;
