import { z } from 'zod';
import { deviceIdSchema, personIdSchema } from './ids';
import { screens } from './screen';

/** Who calls: the kind of window or, over HTTP, of device. */
export const roles = ['staff', 'kiosk', 'doctor', 'board', 'booking', 'slip', 'manager'] as const;
export type Role = (typeof roles)[number];

/** Who acted, as every event keeps it: from which screen, or the clock by itself, and on which other device. */
export const actorSchema = z.object({
  role: z.enum(roles),
  screen: z.enum([...screens, 'slip', 'document', 'clock']),
  /** Null: a window of the PC that keeps the data. */
  deviceId: deviceIdSchema.nullable(),
  /** Who was on there; null: nobody signs in there, or the clinic runs without persons. */
  personId: personIdSchema.nullable().default(null),
});
export type Actor = z.infer<typeof actorSchema>;
