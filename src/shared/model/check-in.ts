import { z } from 'zod';
import { instantSchema, serviceDaySchema } from './time';

/** Why a booking is not checked in at the kiosk just now (R18): nothing changes for the token, and the desk may. */
export const checkInObstacleSchema = z.discriminatedUnion('why', [
  z.object({ why: z.literal('too_early'), from: instantSchema }),
  z.object({ why: z.literal('too_late'), until: instantSchema }),
  z.object({ why: z.literal('other_day'), serviceDay: serviceDaySchema }),
  /** By the calendar it is that day, but the clinic's begins at another hour than midnight. */
  z.object({ why: z.literal('day_not_begun'), serviceDay: serviceDaySchema, begins: instantSchema }),
]);
export type CheckInObstacle = z.infer<typeof checkInObstacleSchema>;
