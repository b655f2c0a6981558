import { z } from 'zod';
import { clockStateSchema } from './clock';
import { doctorIdSchema } from './ids';
import { screenSchema } from './screen';
import { setUpStepSchema } from './set-up';
import { instantSchema, serviceDaySchema } from './time';

export const appStatusSchema = z.object({
  version: z.string(),
  clinicName: z.string(),
  timeZone: z.string(),
  /** Where phones are from that bear no country code. */
  country: z.string(),
  serviceDay: serviceDaySchema,
  now: instantSchema,
  /** No doctors yet: the start screen offers the practice day. */
  empty: z.boolean(),
  /** Where the first set-up was left; null: it is over, or has not begun. */
  setUp: setUpStepSchema.nullable(),
  /** Practice: data of their own and nobody real in them. Every screen says so. */
  practice: z.boolean(),
  /** This window may go in to the practice day and out of it. */
  canPractise: z.boolean(),
  /** The clinic's own data began as an earlier version's practice day, and nobody has settled that yet. */
  hasPracticeData: z.boolean(),
  /** R25: paper blanks were printed at some time, and lie ready for an outage. */
  blanksPrinted: z.boolean(),
  /** This kiosk or board shows some of the doctors only. */
  showsSome: z.boolean(),
  /** R26: the kiosk asks patients for a need. */
  asksNeed: z.boolean(),
  /** What the clinic is paid in; null: it uses no fees. */
  fees: z.object({ currency: z.string() }).nullable(),
  /** The clock does not show real time. */
  clockShifted: z.boolean(),
  /** R35: whether it is believed. */
  clock: clockStateSchema,
  /** Settings and other devices may be changed from here. */
  manages: z.boolean(),
  /** This device sees the live page and changes nothing. */
  onlyLooks: z.boolean(),
  /** The practice's clock stands still until it is moved. */
  training: z.boolean(),
  window: z.object({ screen: screenSchema, doctorId: doctorIdSchema.nullable() }),
});
export type AppStatus = z.infer<typeof appStatusSchema>;
