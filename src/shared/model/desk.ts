import { z } from 'zod';
import { doctorSchema } from './doctor';
import { tokenEventTypes } from './event';
import { doctorIdSchema, noticeIdSchema, slotIdSchema, tokenIdSchema } from './ids';
import { otherwiseSchema, tokenWarningSchema } from './otherwise';
import { patientContactSchema, patientNameSchema } from './patient';
import { stationPrinterSchema } from './print-job';
import { reasonSchema } from './reason';
import { capacitySchema } from './slot';
import { instantSchema, minuteOfDaySchema, serviceDaySchema } from './time';
import { precedenceSchema, sourceSchema, statusSchema, tokenSchema } from './token';
import { waitRangeSchema } from './wait';

const slotTimesSchema = z.object({ startMinute: minuteOfDaySchema, endMinute: minuteOfDaySchema });

/** A token found by number, name, phone or the code on its slip. */
export const foundTokenSchema = z.object({
  token: tokenSchema,
  doctor: doctorSchema,
  slot: slotTimesSchema.nullable(),
  wait: waitRangeSchema.nullable(),
});
export type FoundToken = z.infer<typeof foundTokenSchema>;

/** What anybody with a scanner may learn of a slip: its number, and whom to send the patient to. */
export const whoseTokenSchema = z.object({
  number: z.string(),
  serviceDay: serviceDaySchema,
  doctorName: z.string(),
  room: z.string(),
});
export type WhoseToken = z.infer<typeof whoseTokenSchema>;

/** Somebody seen before on a phone: a family shares one. */
export const knownPatientSchema = z.object({
  patientName: z.string(),
  patientContact: z.string(),
  lastDay: serviceDaySchema,
  lastDoctorId: doctorIdSchema,
  visits: z.int(),
});
export type KnownPatient = z.infer<typeof knownPatientSchema>;

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

/** Why a seat was lost. */
const lossCauses = ['emergency', 'slot_shrunk', 'slot_closed'] as const;

export const noticeKinds = ['displaced', 'promoted', 'doctor_late', 'cancelled'] as const;

/** Somebody who is not here and must be told of a change: the call list. */
export const noticeSchema = z.object({
  id: noticeIdSchema,
  kind: z.enum(noticeKinds),
  at: instantSchema,
  serviceDay: serviceDaySchema,
  doctorId: doctorIdSchema,
  tokenId: tokenIdSchema,
  number: z.string(),
  patientName: z.string(),
  patientContact: z.string(),
  from: slotTimesSchema.nullable(),
  to: slotTimesSchema.nullable(),
  /** For displaced: why; null: not known, or nothing was lost. */
  because: z.enum(lossCauses).nullable(),
  /** For doctor_late: minutes later than printed. */
  delayMinutes: z.int(),
  /** When somebody ticked it off; null: still to do. */
  toldAt: instantSchema.nullable(),
});
export type Notice = z.infer<typeof noticeSchema>;

/** One step of the day, newest first: what Ctrl+Z takes back, and the history. */
export const recentChangeSchema = z.object({
  doctorId: doctorIdSchema,
  revision: z.int(),
  at: instantSchema,
  type: z.enum(tokenEventTypes),
  tokenId: tokenIdSchema,
  number: z.string(),
  patientName: z.string(),
  /** How many others moved with it. */
  others: z.int(),
  canUndo: z.boolean(),
});
export type RecentChange = z.infer<typeof recentChangeSchema>;

/** One line of "why here?": what happened to a token, with its reason (R20). */
export const historyLineSchema = z.object({
  at: instantSchema,
  type: z.enum(tokenEventTypes),
  status: statusSchema,
  slot: slotTimesSchema.nullable(),
  reason: reasonSchema,
  /** The other token of the reason: who gave way, or for whom. */
  otherNumber: z.string().nullable(),
});
export type HistoryLine = z.infer<typeof historyLineSchema>;

/** What the kiosk may know of a booking: enough to recognise one's own. */
export const bookingSchema = z.object({
  tokenId: tokenIdSchema,
  number: z.string(),
  /** First letter of each word: `A… V…`. */
  maskedName: z.string(),
  doctorName: z.string(),
  room: z.string(),
  slot: slotTimesSchema.nullable(),
  status: statusSchema,
  isHere: z.boolean(),
});
export type Booking = z.infer<typeof bookingSchema>;

/** How things stand with what the desk depends on. */
export const stationSchema = z.object({
  /** All stations together. */
  printer: z.object({
    /** The desk's printer; null: none, slips are saved as PDF. */
    name: z.string().nullable(),
    waitingJobs: z.int(),
    failedJobs: z.int(),
    lastSentAt: instantSchema.nullable(),
  }),
  printers: z.object({ desk: stationPrinterSchema, kiosk: stationPrinterSchema }),
  lastBackupAt: instantSchema.nullable(),
});
export type Station = z.infer<typeof stationSchema>;
