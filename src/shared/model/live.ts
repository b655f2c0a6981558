import { z } from 'zod';
import { boardDoctorSchema } from './board';
import { deviceSchema } from './device';
import { printersStatusSchema } from './printers-status';
import { instantSchema, serviceDaySchema } from './time';

/*
 * The morning as whoever runs it sees it, also on a phone in their pocket: numbers of tokens, never a name or a phone of a patient.
 */

export const liveDoctorSchema = z.object({
  ...boardDoctorSchema.pick({ doctor: true, state: true, from: true, lateMinutes: true, waiting: true })
    .shape,
  /** R18: of those who wait, how many do so longer than their target. */
  overTarget: z.int(),
  /** Who is furthest over the target, or nearest to it; null: nobody with a target waits. */
  longest: z
    .object({
      number: z.string(),
      /** R18: the check-in, or the start of the slot if that is later. */
      since: instantSchema,
      targetMinutes: z.number(),
    })
    .nullable(),
  /** When the last printed slot ends; null: all are closed. */
  printedEnd: instantSchema.nullable(),
  /** When the last patient known so far is done; null: nobody is to come. */
  expectedEnd: z.object({ from: instantSchema, to: instantSchema }).nullable(),
  /** Since when the doctor has been free while somebody waits; null: is not. */
  idleSince: instantSchema.nullable(),
});
export type LiveDoctor = z.infer<typeof liveDoctorSchema>;

export const liveDeviceSchema = deviceSchema
  .pick({ id: true, name: true, role: true, lastSeenAt: true })
  .extend({
    /** It was there today, and has said nothing for as long as the settings allow. */
    silent: z.boolean(),
  });
export type LiveDevice = z.infer<typeof liveDeviceSchema>;

export const liveViewSchema = z.object({
  clinicName: z.string(),
  timeZone: z.string(),
  now: instantSchema,
  serviceDay: serviceDaySchema,
  /** Whoever has slots today, or patients left, in the order of their letters. */
  doctors: z.array(liveDoctorSchema),
  /** Printers and copies, as the status line has them. */
  status: printersStatusSchema,
  /** Kiosks, boards, doctors' and reception's devices that were there today. */
  devices: z.array(liveDeviceSchema),
  /** Free where the data are; null: not known. */
  freeBytes: z.number().nullable(),
});
export type LiveView = z.infer<typeof liveViewSchema>;
