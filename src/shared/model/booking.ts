import { z } from 'zod';
import { checkInObstacleSchema } from './check-in';
import { doctorSchema } from './doctor';
import { tokenIdSchema } from './ids';
import { slotTimesSchema } from './slot';
import { statusSchema } from './token';

/** What the kiosk may know of a booking: enough to recognise one's own. */
export const bookingSchema = z.object({
  tokenId: tokenIdSchema,
  number: z.string(),
  /** First letter of each word: `A… V…`. */
  maskedName: z.string(),
  doctor: doctorSchema.pick({ name: true, nameIn: true, room: true }),
  slot: slotTimesSchema.nullable(),
  status: statusSchema,
  isHere: z.boolean(),
  /** Why it is not checked in here now; null: it may be. */
  obstacle: checkInObstacleSchema.nullable(),
});
export type Booking = z.infer<typeof bookingSchema>;
