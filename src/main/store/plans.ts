import type { Closure, Leave, OneOff } from '../../shared/model/absence';
import type { DoctorPhoto } from '../../shared/model/doctor-photo';
import type { ClosureId, DoctorId, LeaveId, OneOffId } from '../../shared/model/ids';
import type { ServiceDay } from '../../shared/model/time';

/** What days are planned by, beside the week. */
export interface PlanStore {
  /** Those that touch these days, the first first; of one doctor, or of all. */
  leaves(doctorId: DoctorId | null, from: ServiceDay, to: ServiceDay): readonly Leave[];
  leave(id: LeaveId): Leave | undefined;
  oneOffs(doctorId: DoctorId | null, from: ServiceDay, to: ServiceDay): readonly OneOff[];
  oneOff(id: OneOffId): OneOff | undefined;
  closures(from: ServiceDay, to: ServiceDay): readonly Closure[];
  closure(id: ClosureId): Closure | undefined;
}

export interface PhotoStore {
  photo(doctorId: DoctorId): DoctorPhoto | undefined;
}

/** What is added, and what is taken back. */
export interface PlanChange {
  readonly leaves?: readonly Leave[];
  readonly leavesGone?: readonly LeaveId[];
  readonly oneOffs?: readonly OneOff[];
  readonly oneOffsGone?: readonly OneOffId[];
  readonly closures?: readonly Closure[];
  readonly closuresGone?: readonly ClosureId[];
}

/** Null: the doctor has none any more. */
export interface PhotoChange {
  readonly doctorId: DoctorId;
  readonly photo: DoctorPhoto | null;
}
