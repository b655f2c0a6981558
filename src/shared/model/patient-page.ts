import { z } from 'zod';
import { auditLineSchema } from './audit';
import { doctorIdSchema, patientIdSchema, tokenIdSchema } from './ids';
import { needSchema } from './need';
import { registeredPatientSchema } from './registered-patient';
import { instantSchema, serviceDaySchema } from './time';
import { cancelReasonSchema, sourceSchema, statusSchema } from './token';

/** The visits of somebody in a few words. */
const seenBefore = {
  /** The latest token: it names the patient. */
  tokenId: tokenIdSchema,
  visits: z.int(),
  lastDay: serviceDaySchema,
  lastDoctorId: doctorIdSchema,
};

/** A token of today or later that is not over. */
const openTokenSchema = z.object({
  tokenId: tokenIdSchema,
  number: z.string(),
  doctorId: doctorIdSchema,
  serviceDay: serviceDaySchema,
});

/** A patient who was looked for. */
export const foundPatientRowSchema = registeredPatientSchema
  .pick({
    name: true,
    secondName: true,
    sex: true,
    birth: true,
    contacts: true,
    address: true,
    clinicNumber: true,
  })
  .extend({ patientId: patientIdSchema, ...seenBefore, open: z.array(openTokenSchema) });
export type FoundPatientRow = z.infer<typeof foundPatientRowSchema>;

/** Why two rows may be one person. */
export const twinReasons = ['contact', 'identifier', 'clinic_number'] as const;

const patientVisitSchema = z.object({
  tokenId: tokenIdSchema,
  number: z.string(),
  serviceDay: serviceDaySchema,
  doctorId: doctorIdSchema,
  doctorName: z.string(),
  source: sourceSchema,
  status: statusSchema,
  cancelReason: cancelReasonSchema.nullable(),
  /** As it was said then. */
  patientName: z.string(),
  patientContact: z.string(),
});
export type PatientVisit = z.infer<typeof patientVisitSchema>;

/** R17: nobody has said yet what became of it. */
export const isVisitOpen = ({ status }: Pick<PatientVisit, 'status'>): boolean =>
  status === 'active' || status === 'waiting' || status === 'displaced';

/** A line of the audit by somebody who read what is known of the patient. */
const patientLookSchema = auditLineSchema
  .pick({ id: true, at: true, kind: true })
  .extend({ personName: z.string().nullable(), deviceName: z.string().nullable(), role: z.string() });

/** All that is known of a patient. */
export const patientPageSchema = z.object({
  /** Null: nobody in the register; the visit says all there is. */
  patient: registeredPatientSchema.nullable(),
  /** R26: what a token of today would have by what is known; null: no need, or nobody in the register. */
  need: needSchema.nullable(),
  /** Rows that this one stands for. */
  merged: z.array(registeredPatientSchema),
  /** The latest first. */
  visits: z.array(patientVisitSchema),
  /** Rows that may be the same person. */
  twins: z.array(foundPatientRowSchema.extend({ why: z.enum(twinReasons) })),
  /** Who looked, the latest first. */
  looks: z.array(patientLookSchema),
  now: instantSchema,
});
export type PatientPage = z.infer<typeof patientPageSchema>;
export type Twin = PatientPage['twins'][number];
