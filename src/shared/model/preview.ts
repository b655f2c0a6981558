import { z } from 'zod';
import { doctorSchema } from './doctor';
import { doctorIdSchema, slotIdSchema, tokenIdSchema } from './ids';
import { otherwiseSchema, tokenWarningSchema } from './otherwise';
import { patientContactSchema, patientNameSchema } from './patient';
import { reasonSchema } from './reason';
import { capacitySchema, slotTimesSchema } from './slot';
import { serviceDaySchema } from './time';
import { precedenceSchema, sourceSchema, statusSchema, tokenSchema } from './token';
import { waitRangeSchema } from './wait';

const delayMinutesSchema = z.int().min(0).max(720);

/** A command to look at before it is done; an issue may still lack the patient. */
export const previewInputSchema = z.discriminatedUnion('command', [
  z.strictObject({
    command: z.literal('issue'),
    doctorId: doctorIdSchema,
    source: sourceSchema,
    patientName: patientNameSchema.optional(),
    patientContact: patientContactSchema.optional(),
    slotId: slotIdSchema.optional(),
    serviceDay: serviceDaySchema.optional(),
    checkedIn: z.boolean().optional(),
    precedence: precedenceSchema.optional(),
    allowDuplicate: z.boolean().optional(),
  }),
  z.strictObject({ command: z.literal('cancel'), tokenId: tokenIdSchema }),
  z.strictObject({ command: z.literal('noShow'), tokenId: tokenIdSchema }),
  z.strictObject({ command: z.literal('upgrade'), tokenId: tokenIdSchema }),
  z.strictObject({ command: z.literal('takeBackUpgrade'), tokenId: tokenIdSchema }),
  z.strictObject({ command: z.literal('undo'), tokenId: tokenIdSchema }),
  z.strictObject({ command: z.literal('move'), tokenId: tokenIdSchema, slotId: slotIdSchema }),
  z.strictObject({
    command: z.literal('moveToDay'),
    tokenId: tokenIdSchema,
    serviceDay: serviceDaySchema,
    slotId: slotIdSchema.optional(),
  }),
  z.strictObject({
    command: z.literal('reopen'),
    doctorId: doctorIdSchema,
    serviceDay: serviceDaySchema.optional(),
  }),
  z.strictObject({ command: z.literal('transfer'), tokenId: tokenIdSchema, doctorId: doctorIdSchema }),
  z.strictObject({
    command: z.literal('closeSlot'),
    doctorId: doctorIdSchema,
    slotId: slotIdSchema,
    serviceDay: serviceDaySchema.optional(),
  }),
  z.strictObject({
    command: z.literal('changeSlot'),
    doctorId: doctorIdSchema,
    slotId: slotIdSchema,
    capacity: capacitySchema,
    serviceDay: serviceDaySchema.optional(),
  }),
  z.strictObject({
    command: z.literal('setDelay'),
    doctorId: doctorIdSchema,
    minutes: delayMinutesSchema,
  }),
  z.strictObject({
    command: z.literal('takeBreak'),
    doctorId: doctorIdSchema,
    minutes: delayMinutesSchema,
  }),
  z.strictObject({
    command: z.literal('leaveEarly'),
    doctorId: doctorIdSchema,
    lastSlotId: slotIdSchema.nullable(),
  }),
]);
export type PreviewInput = z.input<typeof previewInputSchema>;

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
  moved: z.array(
    z.object({
      tokenId: tokenIdSchema,
      number: z.string(),
      patientName: z.string(),
      patientContact: z.string(),
      isHere: z.boolean(),
      from: slotTimesSchema.nullable(),
      to: slotTimesSchema.nullable(),
      status: statusSchema,
    }),
  ),
  /** Slots whose real time or opening would change, as they would be. */
  slots: z.array(
    slotTimesSchema.extend({
      delayBefore: z.int(),
      delayMinutes: z.int(),
      status: z.enum(['open', 'closed']),
    }),
  ),
  /** Who would go on the call list. */
  toTell: z.array(
    z.object({
      tokenId: tokenIdSchema,
      number: z.string(),
      patientName: z.string(),
      patientContact: z.string(),
    }),
  ),
  warnings: z.array(tokenWarningSchema),
  /** What else there is where today may not be enough; null: it is, or nothing is asked of it. */
  otherwise: otherwiseSchema.nullable(),
});
export type Preview = z.infer<typeof previewSchema>;
