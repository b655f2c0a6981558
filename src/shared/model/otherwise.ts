import { z } from 'zod';
import { doctorSchema } from './doctor';
import { slotTimesSchema } from './slot';
import { serviceDaySchema } from './time';

/** The next day on which a doctor has a free seat, and in which slot. */
export const dayWithRoomSchema = slotTimesSchema.extend({ serviceDay: serviceDaySchema });
export type DayWithRoom = z.infer<typeof dayWithRoomSchema>;

/** What else there is for somebody for whom today may not be enough. */
export const otherwiseSchema = z.object({
  /** Of the same doctor; null: none in the next two weeks. */
  nextDay: dayWithRoomSchema.nullable(),
  /** Of the same specialization, with a free seat today; null: nobody. */
  otherDoctor: doctorSchema
    .pick({ id: true, name: true, nameIn: true, room: true })
    .extend(slotTimesSchema.shape)
    .nullable(),
});
export type Otherwise = z.infer<typeof otherwiseSchema>;

/** What is said with a token, and is no reason to refuse it. */
export const tokenWarnings = [
  /** R17. */
  'same_patient_has_token',
  'no_contact',
  /** The number follows those on slips that the data have lost: between the last known one and this there is a gap. */
  'numbers_go_on',
  /** The doctor's hours of the day are over, or there are none. */
  'hours_over',
  /** The expected turn may come after the doctor's hours. */
  'today_may_not_be_enough',
] as const;
export const tokenWarningSchema = z.enum(tokenWarnings);
export type TokenWarning = z.infer<typeof tokenWarningSchema>;
