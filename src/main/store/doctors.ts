import type { Doctor } from '../../shared/model/doctor';
import type { ScheduleLine } from '../../shared/model/doctor-schedule';
import type { DoctorId } from '../../shared/model/ids';

/** Doctors, each with a week. */
export interface DoctorStore {
  doctors(): readonly Doctor[];
  doctor(id: DoctorId): Doctor | undefined;
  /** The doctor's week. */
  schedule(id: DoctorId): readonly ScheduleLine[];
  /** Adds or replaces a doctor and the weekly schedule, which holds for every day that nobody has touched. */
  saveDoctor(doctor: Doctor, schedule: readonly ScheduleLine[]): void;
}
