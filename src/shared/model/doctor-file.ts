import { z } from 'zod';
import { encodings } from './chosen-file';
import { planPreviewSchema } from './plan-preview';

/** The columns of a file of doctors: one row a session, what is about the doctor in each row or in the first. */
export const doctorColumns = [
  'name',
  'specialization',
  'room',
  'letter',
  'minutes',
  'weekday',
  'from',
  'to',
  'slotMinutes',
  'seats',
  'emergency',
  'validFrom',
  'validTo',
  'nameEn',
  'nameHi',
  'nameTa',
  'nameAr',
] as const;
export type DoctorColumn = (typeof doctorColumns)[number];

/** In which order a day is written with slashes: 31/03/2026 or 03/31/2026. */
export const dateOrders = ['day_first', 'month_first'] as const;
export const dateOrderSchema = z.enum(dateOrders);
export type DateOrder = z.infer<typeof dateOrderSchema>;

/** What is wrong with one place of a file. */
export const fileFaultSchema = z.object({
  /** As an editor counts them, from 1: the first names the columns. */
  line: z.int(),
  /** As the file calls it; null: the row as a whole. */
  column: z.string().nullable(),
  /** One of the refusals; its sentence in English, and what stands in it. */
  reason: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type FileFault = z.infer<typeof fileFaultSchema>;

/** What of a doctor would be other. */
export const doctorChanges = [
  'name',
  'specialization',
  'room',
  'letter',
  'minutes',
  'names',
  'week',
] as const;

export const doctorFilePreviewSchema = z.object({
  encoding: z.enum(encodings),
  /** In the order of the file. */
  doctors: z.array(
    z.object({
      /** Of the first row. */
      line: z.int(),
      name: z.string(),
      /** Null: the first free one. */
      letter: z.string().nullable(),
      kind: z.enum(['new', 'changed', 'unchanged', 'faulty']),
      changes: z.array(z.enum(doctorChanges)),
      /** Sessions of a week, after it; null: the file says nothing about hours. */
      sessions: z.int().nullable(),
    }),
  ),
  /** By line; while there is one nothing can be imported. */
  faults: z.array(fileFaultSchema),
  /** Columns that nobody knows, and that are left out. */
  ignored: z.array(z.string()),
  /** A day that may be two, where the file does not tell by itself which comes first; null: none. */
  ambiguousDate: z.string().nullable(),
  /** Whom it would move (R34); null: it has faults. */
  plan: planPreviewSchema.nullable(),
});
export type DoctorFilePreview = z.infer<typeof doctorFilePreviewSchema>;
