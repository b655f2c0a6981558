import { z } from 'zod';
import { doctorIdSchema } from './ids';

export const doctorSchema = z.object({
  id: doctorIdSchema,
  name: z.string().trim().min(1).max(80),
  specialization: z.string().trim().min(1).max(80),
  room: z.string().trim().max(20),
  /** Leads every token number of this doctor: the A of A-017. */
  prefix: z.string().regex(/^[A-Z]{1,3}$/),
  active: z.boolean(),
});

export type Doctor = z.infer<typeof doctorSchema>;
