import { z } from 'zod';
import { deviceIdSchema, doctorIdSchema, personIdSchema } from './ids';
import { nameSchema } from './text';
import { instantSchema } from './time';

/** Roles that every clinic has. A nurse's and a doctor's are bound to one doctor's queue where the person names one. */
export const builtInRoles = ['reception', 'nurse', 'doctor', 'manager', 'admin'] as const;
export type BuiltInRole = (typeof builtInRoles)[number];

export function isBuiltInRole(roleId: string | undefined): roleId is BuiltInRole {
  return builtInRoles.some((one) => one === roleId);
}

/** Whether it can be for one doctor's patients alone: these two, and those that the clinic made. */
export function canBeForOneDoctor(roleId: string): boolean {
  return roleId === 'nurse' || roleId === 'doctor' || !isBuiltInRole(roleId);
}

/** One of those, or one that the clinic made. */
export const personRoleIdSchema = z.union([z.enum(builtInRoles), z.uuid()]);
export type PersonRoleId = z.infer<typeof personRoleIdSchema>;

/** Whom the clinic always has one of, once it works with persons. */
export const ADMIN: BuiltInRole = 'admin';

/** A role the clinic made: the calls of the contract by name. One that no longer exists allows nothing. */
export const personRoleSchema = z.object({
  id: personRoleIdSchema,
  name: nameSchema(40, 'Please give the role a name.'),
  calls: z.array(z.string().max(60)).max(500),
});
export type PersonRole = z.infer<typeof personRoleSchema>;

/** What somebody types to say who they are; capital letters, however they are typed. */
export const initialsSchema = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9]{2,4}$/, 'Initials are two to four letters from A to Z.');

/** Somebody who works here. */
export const personSchema = z.object({
  id: personIdSchema,
  name: nameSchema(80, 'Please give the person a name.'),
  initials: initialsSchema,
  roleId: personRoleIdSchema,
  /** Only this doctor's patients; null: everybody's. */
  doctorId: doctorIdSchema.nullable(),
  /** False: does not work here any more; history keeps the name. */
  active: z.boolean(),
});
export type Person = z.infer<typeof personSchema>;

/** What a page may know of somebody before anybody has signed in. */
export const personNameSchema = personSchema.pick({ id: true, name: true, initials: true });

/** Where somebody signs in: all staff windows of the PC that keeps the data, or one device. */
export const stationIdSchema = z.union([z.literal('here'), deviceIdSchema]);
export type StationId = z.infer<typeof stationIdSchema>;

export const stationSchema = z.object({
  station: stationIdSchema,
  /** The device's; null: the PC that keeps the data. */
  name: z.string().nullable(),
  person: personNameSchema,
  since: instantSchema,
  /** Covered until the PIN is typed again. */
  locked: z.boolean(),
});
export type Station = z.infer<typeof stationSchema>;

/** Who is on where this page is, and what may be done there. */
export const whoIsOnSchema = z.object({
  /** False: the clinic runs without persons, and everything goes as ever. */
  inUse: z.boolean(),
  /** Null: nobody; nothing is shown until somebody signs in. */
  person: personSchema.nullable(),
  /** Whose PIN takes the cover off again. */
  lockedBy: personNameSchema.nullable(),
  /** The calls that may be made; null: all that this kind of window may. */
  calls: z.array(z.string()).nullable(),
  /** Minutes without a key or a touch until the station locks itself; 0: never. */
  lockAfterMinutes: z.int(),
});
export type WhoIsOn = z.infer<typeof whoIsOnSchema>;

/** Of persons, in the settings. */
export const peopleSettingsSchema = z.object({
  lockAfterMinutes: z
    .int()
    .min(0)
    .max(240)
    .default(10)
    .describe('Minutes without a key or a touch after which a PIN is asked for again; 0 is never.'),
  wantsNone: z
    .boolean()
    .default(false)
    .describe('The clinic works without persons and PINs, and the start screen does not ask for them.'),
});
