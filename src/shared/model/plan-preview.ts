import { z } from 'zod';
import { doctorIdSchema } from './ids';
import { movedSchema } from './preview';
import { slotTimesSchema } from './slot';
import { serviceDaySchema } from './time';
import { holderSchema } from './token';

const holderOnDay = holderSchema.extend({ doctorId: doctorIdSchema, serviceDay: serviceDaySchema });

/** R34: what another plan would do to the days that have a book already. Nothing has been done. */
export const planPreviewSchema = z.object({
  /** Only days on which something would change, in order. */
  days: z.array(
    z.object({
      doctorId: doctorIdSchema,
      doctorName: z.string(),
      serviceDay: serviceDaySchema,
      /** How many slots would be added, open again, closed, have other seats. */
      added: z.int(),
      reopened: z.int(),
      closed: z.int(),
      changed: z.int(),
      moved: z.array(movedSchema),
    }),
  ),
  /** Everybody who would get another seat, or none. */
  moved: z.int(),
  /** Who would go on the call list. */
  toTell: z.array(holderOnDay),
  /** Who lost a seat that comes back, and would not have it again: `now` is the seat instead, null: the list. */
  notBack: z.array(holderOnDay.extend({ was: slotTimesSchema, now: slotTimesSchema.nullable() })),
});
export type PlanPreview = z.infer<typeof planPreviewSchema>;
