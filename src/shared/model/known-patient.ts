import { z } from 'zod';
import { alsoWithSchema } from './also-with';
import { doctorIdSchema, patientIdSchema } from './ids';
import { serviceDaySchema } from './time';

/** Somebody seen before on a phone: a family shares one. */
export const knownPatientSchema = z.object({
  patientId: patientIdSchema,
  patientName: z.string(),
  patientContact: z.string(),
  lastDay: serviceDaySchema,
  lastDoctorId: doctorIdSchema,
  visits: z.int(),
  /** Open tokens of today. */
  today: z.array(alsoWithSchema),
});
export type KnownPatient = z.infer<typeof knownPatientSchema>;
