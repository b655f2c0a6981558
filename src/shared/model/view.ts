import { z } from 'zod';
import { bookSchema } from './book';
import { paceViewSchema } from './day';
import { doctorSchema } from './doctor';
import { doctorIdSchema, tokenIdSchema } from './ids';
import { dayWithRoomSchema, otherwiseSchema, tokenWarningSchema } from './otherwise';
import { slipPrintSchema } from './print-job';
import { placeSchema, reasonSchema } from './reason';
import { slotSchema } from './slot';
import { instantSchema, serviceDaySchema } from './time';
import { tokenSchema } from './token';
import { waitRangeSchema } from './wait';

export const screens = ['home', 'desk', 'kiosk', 'doctor', 'board', 'admin', 'summary'] as const;
export const screenSchema = z.enum(screens);
export type Screen = z.infer<typeof screenSchema>;

/** Where a slot is in its life, by the doctor's real times (R22). */
export const slotPhases = ['upcoming', 'running', 'ended', 'closed'] as const;

export const slotViewSchema = slotSchema.extend({
  phase: z.enum(slotPhases),
  /** R1: active or served tokens of the slot, extras aside. */
  used: z.int(),
  /** How many of the used seats are emergencies. */
  emergencies: z.int(),
  extras: z.int(),
  free: z.int(),
  /** R4: seats above capacity, for emergencies only. */
  overflowSeats: z.int(),
});
export type SlotView = z.infer<typeof slotViewSchema>;

export const queueEntrySchema = z.object({ tokenId: tokenIdSchema, place: placeSchema });
export type QueueEntry = z.infer<typeof queueEntrySchema>;

/** R27: where the patient of a token is: with which doctor, under which number. */
export const elsewhereSchema = z.object({
  tokenId: tokenIdSchema,
  doctorId: doctorIdSchema,
  doctorName: z.string(),
  room: z.string(),
  number: z.string(),
  stage: z.enum(['called', 'in_consultation']),
});

/** One doctor's day, ready to show to staff. */
export const bookViewSchema = bookSchema
  .omit({ slots: true, prefix: true, doctorId: true, breakGivesBack: true })
  .extend({
    doctor: doctorSchema,
    now: instantSchema,
    slots: z.array(slotViewSchema),
    called: tokenIdSchema.nullable(),
    inConsultation: tokenIdSchema.nullable(),
    /** R18: who is here, in the order they will be called. */
    queue: z.array(queueEntrySchema),
    /** R19: stepped back, and after how many calls of others each is due. */
    heldBack: z.array(queueEntrySchema),
    /** R27: whose patient another doctor has called or has inside. */
    elsewhere: z.array(elsewhereSchema),
    /** R13: with a seat, not here, and past their time: whom staff may mark by hand; the clock marks them at `at`. */
    overdue: z.array(z.object({ tokenId: tokenIdSchema, at: instantSchema })),
    /** R28: this day is closed, and may be opened again as it was. */
    canReopen: z.boolean(),
    /** R19: before this the called one may not be called again; null: nobody is called. */
    recallFrom: instantSchema.nullable(),
    /** R10: the waiting list, best first. */
    waiting: z.array(tokenIdSchema),
    /** How long each who is still to be called will wait from now. */
    waits: z.array(waitRangeSchema.extend({ tokenId: tokenIdSchema })),
    /** Whom "call next" would call now; null: nobody is here, or somebody called has not come in yet. */
    next: tokenIdSchema.nullable(),
    /** Until when the doctor is on a break; null: at work. */
    breakUntil: instantSchema.nullable(),
    /** R16: still in the room since the day before. */
    left: tokenSchema.nullable(),
    pace: paceViewSchema,
    /** R19: how often somebody who does not answer is called again. */
    maxRecalls: z.int(),
    /** R19: after how many calls of others somebody held back is due. */
    heldBackCalls: z.int(),
  });
export type BookView = z.infer<typeof bookViewSchema>;

/** What anyone may know of a doctor's day: no personal data. */
export const doctorSummarySchema = z.object({
  doctor: doctorSchema,
  serviceDay: serviceDaySchema,
  revision: z.int(),
  /** `seats`: a seat is free; `list`: full, the waiting list is open; `closed`: nothing more today. */
  state: z.enum(['seats', 'list', 'closed']),
  /** The slot a walk-in would get now. */
  nextSlot: slotViewSchema.pick({ id: true, startMinute: true, endMinute: true, free: true }).nullable(),
  /** People here and not yet called, with a seat or without. */
  ahead: z.int(),
  /** Tokens on the waiting list. */
  waiting: z.int(),
  delayMinutes: z.int(),
  /** Until when the doctor is on a break; null: at work. */
  breakUntil: instantSchema.nullable(),
  /** What a walk-in would wait from now; null: unknown, or none would be taken. */
  wait: waitRangeSchema.nullable(),
  /** Where nothing is left today: the next day with a free seat; null: there is time today, or none in two weeks. */
  nextDay: dayWithRoomSchema.nullable(),
});
export type DoctorSummary = z.infer<typeof doctorSummarySchema>;

/** What a slip shows, and the patient's own screen after issue. */
export const ticketSchema = z.object({
  token: tokenSchema,
  clinicName: z.string(),
  timeZone: z.string(),
  doctor: doctorSchema,
  slot: slotViewSchema.pick({ startMinute: true, endMinute: true }).nullable(),
  /** How many will be called before this token, as things stand. */
  ahead: z.int(),
  /** From now; null: not called again, or nothing to tell by. */
  wait: waitRangeSchema.nullable(),
  /** When this was so: what `wait` counts from. */
  now: instantSchema,
  reason: reasonSchema,
  /** Said, not refused. */
  warnings: z.array(tokenWarningSchema),
  /** What else there is; null: today is enough. */
  otherwise: otherwiseSchema.nullable(),
  /** R21: the slip that this one takes the place of: of another doctor, or of another day; null: none. */
  replaces: z.object({ number: z.string(), serviceDay: serviceDaySchema }).nullable(),
  print: slipPrintSchema,
});
export type Ticket = z.infer<typeof ticketSchema>;

export const appStatusSchema = z.object({
  version: z.string(),
  clinicName: z.string(),
  timeZone: z.string(),
  serviceDay: serviceDaySchema,
  now: instantSchema,
  /** No doctors yet: the start screen offers the practice day. */
  empty: z.boolean(),
  /** Practice: data of their own and nobody real in them. Every screen says so. */
  practice: z.boolean(),
  /** This window may go in to the practice day and out of it. */
  canPractise: z.boolean(),
  /** The clinic's own data began as an earlier version's practice day, and nobody has settled that yet. */
  hasPracticeData: z.boolean(),
  /** The clock does not show real time. */
  clockShifted: z.boolean(),
  /** Settings and other devices may be changed from here. */
  manages: z.boolean(),
  /** The practice's clock stands still until it is moved. */
  training: z.boolean(),
  window: z.object({ screen: screenSchema, doctorId: doctorIdSchema.nullable() }),
});
export type AppStatus = z.infer<typeof appStatusSchema>;
