import { z } from 'zod';
import { doctorSchema } from './doctor';
import { slotIdSchema } from './ids';
import { leftOverSchema } from './left-over';
import { needSchema } from './need';
import { otherwiseSchema, tokenWarningSchema } from './otherwise';
import { reasonSchema } from './reason';
import { openingSchema, slotTimesSchema } from './slot';
import { holderSchema, statusSchema, tokenSchema } from './token';
import { waitRangeSchema } from './wait';

/** Somebody who would move, from where and to where; null: no seat. */
export const movedSchema = holderSchema.extend({
  isHere: z.boolean(),
  from: slotTimesSchema.nullable(),
  to: slotTimesSchema.nullable(),
  status: statusSchema,
});

/** What would happen. Nothing has. */
export const previewSchema = z.object({
  /** The token it is about, as it would be; null for a slot. */
  token: tokenSchema.nullable(),
  doctor: doctorSchema,
  /** Its seat: the `place`-th of `capacity`; above capacity for an emergency in overflow. */
  seat: slotTimesSchema.extend({ slotId: slotIdSchema, place: z.int(), capacity: z.int() }).nullable(),
  wait: waitRangeSchema.nullable(),
  reason: reasonSchema.nullable(),
  /** Everybody else who would move, promoted and displaced alike. */
  moved: z.array(movedSchema),
  /** Slots whose real time or opening would change, as they would be. */
  slots: z.array(
    slotTimesSchema.extend({
      delayBefore: z.int(),
      delayMinutes: z.int(),
      status: openingSchema,
    }),
  ),
  /** Who would go on the call list. */
  toTell: z.array(holderSchema),
  warnings: z.array(tokenWarningSchema),
  /** R26: of a new token, what its patient’s need is by the register; null: none, or of another command. */
  need: needSchema.nullable(),
  /** R28: whom opening a day again would not bring back. */
  leftOver: z.array(leftOverSchema),
  /** What else there is where today may not be enough; null: it is, or nothing is asked of it. */
  otherwise: otherwiseSchema.nullable(),
});
export type Preview = z.infer<typeof previewSchema>;
