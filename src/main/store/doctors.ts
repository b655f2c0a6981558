import type { Doctor } from '../../shared/model/doctor';
import type { DoctorId } from '../../shared/model/ids';

/** Doctors, each with a week. */
export interface DoctorStore {
  doctors(): readonly Doctor[];
  doctor(id: DoctorId): Doctor | undefined;
  /** The doctor's week. */
  schedule(id: DoctorId): readonly ScheduleTemplate[];
  /** Adds or replaces a doctor and the weekly schedule. */
  saveDoctor(doctor: Doctor, schedule: readonly ScheduleTemplate[]): void;
}

/** One stretch of a doctor's week, cut into slots of `slotMinutes`. */
export interface ScheduleTemplate {
  /** ISO: Monday is 1, Sunday 7. */
  readonly weekday: number;
  readonly startMinute: number;
  readonly endMinute: number;
  readonly slotMinutes: number;
  readonly capacity: number;
}
