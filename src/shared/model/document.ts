import { z } from 'zod';
import { MOST_SHEETS } from './blanks';
import { doctorSchema } from './doctor';
import { doctorIdSchema, tokenIdSchema } from './ids';
import { cardSheetSchema } from './patient-card';
import { reportWishSchema } from './report';
import { slotTimesSchema } from './slot';
import { instantSchema, serviceDaySchema } from './time';
import { sourceSchema, stageSchema, statuses } from './token';

/** What can be put on A4. */
export const documentRequestSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('dayList'),
    doctorId: doctorIdSchema,
    /** Default: today. */
    serviceDay: serviceDaySchema.optional(),
    /** Only the end of each phone number: lists get left lying about. */
    maskPhones: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('patient'), tokenId: tokenIdSchema }),
  cardSheetSchema,
  /** R25: paper blanks with the next numbers; default: of every doctor who works here. */
  z.strictObject({
    kind: z.literal('blanks'),
    doctorId: doctorIdSchema.optional(),
    sheets: z.int().min(1).max(MOST_SHEETS),
  }),
  /** A report as it is looked at. */
  z.strictObject({
    kind: z.literal('report'),
    wish: reportWishSchema,
    beside: z.enum(['none', 'before', 'weekday']),
  }),
]);
export type DocumentRequest = z.infer<typeof documentRequestSchema>;

/** What became of a token; `not_seen`: nobody cancelled it, the day was closed (R16). */
const becameSchema = z.enum([...statuses, 'not_seen']);
export type Became = z.infer<typeof becameSchema>;

const lineSchema = z.object({
  number: z.string(),
  patientName: z.string(),
  patientContact: z.string(),
  source: sourceSchema,
  status: becameSchema,
  /** null: not active. */
  stage: stageSchema.nullable(),
  checkedInAt: instantSchema.nullable(),
  note: z.string(),
});
export type DayListLine = z.infer<typeof lineSchema>;

/** One doctor's day as a list to work from by hand. */
export const dayListSchema = z.object({
  /** Nobody in it is real. */
  practice: z.boolean(),
  clinicName: z.string(),
  timeZone: z.string(),
  now: instantSchema,
  serviceDay: serviceDaySchema,
  doctor: doctorSchema,
  /** By slot in time order; then the waiting list, then who never had a slot. Empty slots are there too. */
  groups: z.array(
    z.object({
      kind: z.enum(['slot', 'waiting', 'none']),
      slot: slotTimesSchema.nullable(),
      lines: z.array(lineSchema),
    }),
  ),
});
export type DayList = z.infer<typeof dayListSchema>;

/** Every token one patient ever had, the latest first. */
export const patientHistorySchema = z.object({
  practice: z.boolean(),
  clinicName: z.string(),
  timeZone: z.string(),
  now: instantSchema,
  patientName: z.string(),
  patientContact: z.string(),
  visits: z.array(
    z.object({
      tokenId: tokenIdSchema,
      number: z.string(),
      serviceDay: serviceDaySchema,
      doctorName: z.string(),
      specialization: z.string(),
      source: sourceSchema,
      status: becameSchema,
      slot: slotTimesSchema.nullable(),
      checkedInAt: instantSchema.nullable(),
      startedAt: instantSchema.nullable(),
      servedAt: instantSchema.nullable(),
      note: z.string(),
    }),
  ),
});
export type PatientHistory = z.infer<typeof patientHistorySchema>;
