import { z } from 'zod';
import { closureSchema, leaveSchema, oneOffSchema } from './absence';
import { doctorPhotoSchema } from './doctor-photo';
import { doctorScheduleSchema } from './doctor-schedule';
import { personRoleSchema } from './person';
import { settingsChangeSchema } from './settings';
import { instantSchema } from './time';

/** The form of the file that this version writes, and the newest it reads. */
export const CONFIGURATION_VERSION = 1;
export const CONFIGURATION_FORMAT = 'opd-tokens-configuration';

/** What a file of any version says of itself. */
export const configurationHeadSchema = z.object({
  format: z.literal(CONFIGURATION_FORMAT),
  version: z.int().min(1),
});

/**
 * How a clinic works, for another PC: no patients, no persons and PINs, no devices. Who may reach a PC, and how long it
 * keeps patients, is settled at each.
 */
export const configurationSchema = configurationHeadSchema.extend({
  madeAt: instantSchema,
  /** What is missing stays as it is. */
  settings: settingsChangeSchema.omit({ network: true, privacy: true }),
  doctors: z
    .array(
      doctorScheduleSchema.extend({
        photoFile: doctorPhotoSchema.nullable(),
        /** Files of earlier versions have none: what is here stays. */
        followUp: doctorScheduleSchema.shape.followUp.optional(),
      }),
    )
    .max(2_000),
  leaves: z.array(leaveSchema).max(20_000),
  oneOffs: z.array(oneOffSchema).max(20_000),
  closures: z.array(closureSchema).max(5_000),
  roles: z.array(personRoleSchema).max(500),
});
export type Configuration = z.infer<typeof configurationSchema>;

/** Where in the file something is wrong, and what. */
export const configurationFaultSchema = z.object({ place: z.string(), message: z.string() });
export type ConfigurationFault = z.infer<typeof configurationFaultSchema>;
