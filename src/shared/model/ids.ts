import { z } from 'zod';

export const tokenIdSchema = z.uuid().brand<'TokenId'>();
export const doctorIdSchema = z.uuid().brand<'DoctorId'>();
export const slotIdSchema = z.uuid().brand<'SlotId'>();
export const printJobIdSchema = z.uuid().brand<'PrintJobId'>();
export const callListLineIdSchema = z.uuid().brand<'CallListLineId'>();
export const deviceIdSchema = z.uuid().brand<'DeviceId'>();
export const settingsVersionIdSchema = z.uuid().brand<'SettingsVersionId'>();
export const leaveIdSchema = z.uuid().brand<'LeaveId'>();
export const closureIdSchema = z.uuid().brand<'ClosureId'>();
export const oneOffIdSchema = z.uuid().brand<'OneOffId'>();
/** A patient's number in the register: they stand in every token and event, and are never given twice. */
export const patientIdSchema = z.int().min(1).brand<'PatientId'>();
export const personIdSchema = z.uuid().brand<'PersonId'>();
export const paymentIdSchema = z.uuid().brand<'PaymentId'>();
export const drawerCountIdSchema = z.uuid().brand<'DrawerCountId'>();

/** Chosen by whoever asks, so that a repeated request is recognised (R17). */
export const requestIdSchema = z.string().trim().min(8).max(100);

export type TokenId = z.infer<typeof tokenIdSchema>;
export type DoctorId = z.infer<typeof doctorIdSchema>;
export type SlotId = z.infer<typeof slotIdSchema>;
export type PrintJobId = z.infer<typeof printJobIdSchema>;
export type CallListLineId = z.infer<typeof callListLineIdSchema>;
export type DeviceId = z.infer<typeof deviceIdSchema>;
export type SettingsVersionId = z.infer<typeof settingsVersionIdSchema>;
export type LeaveId = z.infer<typeof leaveIdSchema>;
export type ClosureId = z.infer<typeof closureIdSchema>;
export type OneOffId = z.infer<typeof oneOffIdSchema>;
export type PatientId = z.infer<typeof patientIdSchema>;
export type PersonId = z.infer<typeof personIdSchema>;
export type PaymentId = z.infer<typeof paymentIdSchema>;
