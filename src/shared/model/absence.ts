import { z } from 'zod';
import { sessionFields } from './doctor-schedule';
import { closureIdSchema, doctorIdSchema, leaveIdSchema, oneOffIdSchema } from './ids';
import { nameSchema } from './text';
import { minuteOfDaySchema, serviceDaySchema } from './time';

/** On each day from the first to the last, that one included: whole, or from minute to minute. */
const when = {
  from: serviceDaySchema,
  to: serviceDaySchema,
  /** Null: from the beginning of the day. */
  startMinute: minuteOfDaySchema.nullable(),
  /** Null: to the end of the day. */
  endMinute: minuteOfDaySchema.nullable(),
};
const absenceSchema = z.object(when);
/** When nobody works. */
export type Absence = z.infer<typeof absenceSchema>;

/** One doctor's. */
export const leaveSchema = z.object({
  id: leaveIdSchema,
  doctorId: doctorIdSchema,
  ...when,
  reason: nameSchema(200, 'Please say why.'),
});
export type Leave = z.infer<typeof leaveSchema>;

/** The whole clinic's: a holiday, or closed for another reason. */
export const closureSchema = z.object({
  id: closureIdSchema,
  ...when,
  name: nameSchema(200, 'Please say why, such as the name of the holiday.'),
});
export type Closure = z.infer<typeof closureSchema>;

/** A session of one day, beside those of the week. */
export const oneOffSchema = z.object({
  id: oneOffIdSchema,
  doctorId: doctorIdSchema,
  serviceDay: serviceDaySchema,
  ...sessionFields,
});
export type OneOff = z.infer<typeof oneOffSchema>;
