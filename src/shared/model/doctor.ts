import { z } from 'zod';
import { followUpRuleSchema } from './follow-up';
import { doctorIdSchema } from './ids';
import { type Language, languageSchema } from './language';
import { nameSchema, textSchema } from './text';

export const doctorNameSchema = nameSchema(80);

export const doctorSchema = z.object({
  id: doctorIdSchema,
  name: doctorNameSchema,
  /** As patients of a language read it, on kiosk, board and slips, where it is not the name. */
  nameIn: z.partialRecord(languageSchema, doctorNameSchema),
  specialization: nameSchema(80),
  room: textSchema(20),
  /** Leads every token number of this doctor: the A of A-017. */
  prefix: z.string().regex(/^[A-Z]{1,3}$/),
  active: z.boolean(),
  /** What a consultation usually takes, until the clinic has learned it; null: what the slots plan. */
  minutesPerPatient: z.int().min(1).max(240).nullable(),
  /** Who may come again for less; null: nobody, or nobody has said. */
  followUp: followUpRuleSchema.nullable(),
  /** Where the doctor stands in every list; of one position by letter. */
  position: z.int().min(0).max(9999),
  /** Names the photo that there is, another one by another name; null: none. */
  photo: z.string().nullable(),
});

export type Doctor = z.infer<typeof doctorSchema>;

/** As patients of this language read the doctor's name. */
export function nameFor({ name, nameIn }: Pick<Doctor, 'name' | 'nameIn'>, language: Language): string {
  return nameIn[language] ?? name;
}

/** What a new doctor has by itself. */
export const newDoctor = {
  nameIn: {},
  specialization: 'General medicine',
  room: '',
  active: true,
  minutesPerPatient: null,
  followUp: { days: 7, visits: 1, terms: 'free' },
  position: 0,
  photo: null,
} as const satisfies Omit<Doctor, 'id' | 'name' | 'prefix'>;
