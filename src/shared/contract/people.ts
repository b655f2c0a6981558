import { z } from 'zod';
import { personIdSchema } from '../model/ids';
import {
  initialsSchema,
  personNameSchema,
  personRoleSchema,
  personSchema,
  stationIdSchema,
  stationSchema,
  whoIsOnSchema,
} from '../model/person';
import { pinSchema } from '../model/pin';
import { command, done, nothing, query, requestId } from './call';

/** As it is typed: what is wrong with it is told by whoever compares it. */
const typedPin = z.string().max(20);

const personFields = personSchema.omit({ id: true });

/** Persons, what their roles allow, and who is on where. A PIN goes in and never comes out. */
export const peopleCalls = {
  /** Asked by every staff page before all else. */
  'persons.who': query(nothing, whoIsOnSchema, ['staff', 'doctor', 'manager']),
  /** Those who may sign in, by name: asked where nobody is on yet. */
  'persons.names': query(nothing, z.array(personNameSchema), ['staff', 'doctor']),
  /**
   * Puts somebody on at this station, and takes off who was; also how a locked one is opened.
   * Errors: NOT_FOUND nobody is called that; FORBIDDEN the PIN is wrong, or this is another doctor's tablet; TOO_EARLY.
   */
  'persons.signIn': command(
    z.strictObject({
      personId: personIdSchema.optional(),
      initials: initialsSchema.optional(),
      pin: typedPin,
    }),
    whoIsOnSchema,
    ['staff', 'doctor'],
  ),
  'persons.signOut': command(nothing, done, ['staff', 'doctor']),
  /** Covers this station until the PIN is typed again. */
  'persons.lock': command(nothing, done, ['staff', 'doctor']),
  /** Somebody is there: keys were pressed, or the screen was touched. */
  'persons.stir': command(nothing, done, ['staff', 'doctor']),
  /** One's own. Errors: FORBIDDEN the old one is wrong; TOO_EARLY. */
  'persons.changeOwnPin': command(z.strictObject({ pin: typedPin, newPin: pinSchema }), done, [
    'staff',
    'doctor',
  ]),
  /** All there ever were, those who work here first. */
  'persons.list': query(nothing, z.array(personSchema), ['staff']),
  /**
   * A new person, who needs all but a doctor, or what changes of one. Errors: CONFLICT there would be no administrator, or
   * the initials are somebody else's; NOT_FOUND; INVALID_INPUT something is missing.
   */
  'persons.save': command(
    z.strictObject({
      personId: personIdSchema.optional(),
      name: personFields.shape.name.optional(),
      initials: personFields.shape.initials.optional(),
      roleId: personFields.shape.roleId.optional(),
      doctorId: personFields.shape.doctorId.optional(),
      active: personFields.shape.active.optional(),
      pin: pinSchema.optional(),
    }),
    personSchema,
    ['staff'],
  ),
  /** The built-in ones, then the clinic's own. */
  'roles.list': query(nothing, z.array(personRoleSchema.extend({ builtIn: z.boolean(), persons: z.int() })), [
    'staff',
  ]),
  /** A new role, or one of the clinic's own anew. Errors: NOT_FOUND; CONFLICT the name is taken; INVALID_INPUT no such call. */
  'roles.save': command(
    z.strictObject({
      roleId: z.uuid().optional(),
      name: personRoleSchema.shape.name,
      calls: personRoleSchema.shape.calls,
      requestId,
    }),
    personRoleSchema,
    ['staff'],
  ),
  /** Errors: NOT_FOUND; CONFLICT somebody has it. */
  'roles.remove': command(z.strictObject({ roleId: z.uuid(), requestId }), done, ['staff']),
  'stations.list': query(nothing, z.array(stationSchema), ['staff']),
  /** Takes off whoever is on there. */
  'stations.signOut': command(z.strictObject({ station: stationIdSchema }), done, ['staff']),
} as const;
