import { z } from 'zod';
import { doctorIdSchema } from './ids';
import { nameSchema, textSchema } from './text';

export const doctorSchema = z.object({
  id: doctorIdSchema,
  name: nameSchema(80),
  specialization: nameSchema(80),
  room: textSchema(20),
  /** Leads every token number of this doctor: the A of A-017. */
  prefix: z.string().regex(/^[A-Z]{1,3}$/),
  active: z.boolean(),
});

export type Doctor = z.infer<typeof doctorSchema>;
