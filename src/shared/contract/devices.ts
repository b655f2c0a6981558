import { z } from 'zod';
import {
  deviceNameSchema,
  deviceRoleSchema,
  deviceSchema,
  networkStateSchema,
  pairingSchema,
} from '../model/device';
import { deviceIdSchema, doctorIdSchema } from '../model/ids';
import { shownDoctorsSchema } from '../model/shown-doctors';
import { command, done, nothing, query } from './call';

const byDevice = z.strictObject({ deviceId: deviceIdSchema });

/** Other PCs, tablets and programs. */
export const deviceCalls = {
  /** All there ever were, the latest first. */
  'devices.list': query(nothing, z.array(deviceSchema), ['staff']),
  /** How the server they talk to is doing. */
  'devices.network': query(nothing, networkStateSchema, ['staff']),
  /** A code for one new device, for five minutes; a code given before is worth nothing any more. */
  'devices.startPairing': command(
    z.strictObject({
      name: deviceNameSchema,
      role: deviceRoleSchema,
      /** Only for a doctor's device: for this doctor alone. */
      doctorId: doctorIdSchema.optional(),
      /** Only for a kiosk or a board: the doctors it shows; none: all. */
      shows: shownDoctorsSchema.optional(),
    }),
    pairingSchema,
    ['staff'],
  ),
  /** The code is worth nothing any more. */
  'devices.stopPairing': command(nothing, done, ['staff']),
  'devices.rename': command(byDevice.extend({ name: deviceNameSchema }), deviceSchema, ['staff']),
  /** Of a kiosk or a board: the doctors it shows from now on; none: all. Errors: NOT_FOUND; INVALID_INPUT. */
  'devices.chooseDoctors': command(byDevice.extend({ shows: shownDoctorsSchema }), deviceSchema, ['staff']),
  /** For good: the device is shut out at once, and can only be paired anew. */
  'devices.revoke': command(byDevice, deviceSchema, ['staff']),
} as const;
