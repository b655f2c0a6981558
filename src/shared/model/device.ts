import { z } from 'zod';
import { deviceIdSchema, doctorIdSchema } from './ids';
import { type Screen, screenSchema } from './screen';
import { shownDoctorsSchema } from './shown-doctors';
import { nameSchema } from './text';
import { instantSchema } from './time';

/** What another PC, tablet or program is for; it decides what it may see and do. */
export const deviceRoles = ['reception', 'doctor', 'kiosk', 'board', 'booking', 'manager'] as const;
export const deviceRoleSchema = z.enum(deviceRoles);
export type DeviceRole = z.infer<typeof deviceRoleSchema>;

export const deviceNameSchema = nameSchema(60, 'Please give it a name.');

export const deviceSchema = z.object({
  id: deviceIdSchema,
  name: deviceNameSchema,
  role: deviceRoleSchema,
  /** A doctor's device that is for this doctor alone; null: for any. */
  doctorId: doctorIdSchema.nullable(),
  /** Of a kiosk or a board: the doctors it shows. */
  shows: shownDoctorsSchema,
  createdAt: instantSchema,
  /** To the minute; null: not since it was paired. */
  lastSeenAt: instantSchema.nullable(),
  /** It may do nothing any more. */
  revokedAt: instantSchema.nullable(),
});
export type Device = z.infer<typeof deviceSchema>;

/** What has doctors to choose from. */
export function canChooseDoctors(role: DeviceRole): boolean {
  return role === 'kiosk' || role === 'board';
}

/** A code of six digits to be typed on the new device. */
export const pairingCodeSchema = z.string().regex(/^\d{6}$/, 'The code has six digits.');

export const pairingSchema = z.object({
  code: pairingCodeSchema,
  expiresAt: instantSchema,
  /** The id the device will have: it is paired as soon as the list has it. */
  deviceId: deviceIdSchema,
  /** Where the device finds the app. */
  addresses: z.array(z.string()),
});
export type Pairing = z.infer<typeof pairingSchema>;

/** The name this computer makes known to its networks. */
const namedSchema = z.object({
  /** Such as `opd-reception.local`. */
  name: z.string(),
  /** The one it would have, if no other computer had it. */
  wanted: z.string(),
  /** `asking` whether it is free; `failed`: no multicast here; then devices find the PC by its number alone. */
  state: z.enum(['asking', 'announced', 'no_network', 'failed']),
});

/** Numbers that are this computer's no more, and since when. */
const movedSchema = z.object({ at: instantSchema, from: z.array(z.string()) });

/** How the server for other devices is doing. */
export const networkStateSchema = z.object({
  state: z.enum(['off', 'starting', 'on', 'failed']),
  /** Where it can be reached, the best one first. */
  addresses: z.array(z.string()),
  /** Null: devices of the network are not let in. */
  named: namedSchema.nullable(),
  /** Lately the network gave other numbers; null: it did not. */
  moved: movedSchema.nullable(),
  /** Why it failed. */
  problem: z.enum(['port_taken', 'certificate', 'other']).nullable(),
});
export type NetworkState = z.infer<typeof networkStateSchema>;

/** The screens a device may open; the first is what it shows when nothing else is asked for. */
export const screensOfDevice: Readonly<Record<DeviceRole, readonly Screen[]>> = {
  reception: ['home', 'desk', 'doctor', 'board', 'kiosk', 'reports', 'live'],
  doctor: ['doctor'],
  kiosk: ['kiosk'],
  board: ['board'],
  booking: [],
  // For whoever runs the morning, on a phone: numbers and no names.
  manager: ['live'],
};

/** Where a page that was opened at this computer's number is better off, and how it knows the server there again. */
export const byNameSchema = z.object({ origin: z.string(), server: z.string() });
export type ByName = z.infer<typeof byNameSchema>;

/** What the server tells a page of itself. */
export const sessionSchema = z.discriminatedUnion('paired', [
  z.object({ paired: z.literal(false), clinicName: z.string(), byName: byNameSchema.optional() }),
  z.object({
    paired: z.literal(true),
    /** The screens it may open; the first is what it shows by itself. */
    screens: z.array(screenSchema),
    /** The one doctor it is for; null: any. */
    doctorId: doctorIdSchema.nullable(),
    byName: byNameSchema.optional(),
  }),
]);
export type Session = z.infer<typeof sessionSchema>;
