import type { Book } from '../../shared/model/book';
import type { RuleSettings } from '../../shared/model/settings';
import type { Elsewhere } from '../engine';
import { Agenda } from './agenda';
import { type Clinic, DoctorDay } from './doctor-day';
import type { Observer } from './observer';
import type { DayPlan } from './plan';
import { type CallNext, callBy, type Policy, rulesUnder } from './policy';

/** How a day is played. */
export interface Play {
  readonly policy: Policy;
  readonly rules: RuleSettings;
  readonly observers?: readonly Observer[];
  /** Moving up (moving-up.ts) is tried. */
  readonly movesUp?: boolean | undefined;
  /** Whom the doctor calls; by default whom the policy says. */
  readonly call?: CallNext;
}

/** One day of a clinic: its doctors share the clock, the PC, and the patients who come for two of them. */
export class ClinicDay implements Clinic {
  readonly agenda = new Agenda();
  readonly rules: RuleSettings;
  readonly call: CallNext;
  readonly observers: readonly Observer[];
  readonly movesUp: boolean;
  private readonly doctors: readonly DoctorDay[];
  private readonly isShared: boolean;

  constructor(
    readonly plan: DayPlan,
    play: Play,
  ) {
    this.rules = rulesUnder(play.policy, play.rules);
    this.observers = play.observers ?? [];
    this.movesUp = play.movesUp ?? false;
    this.call = play.call ?? ((book, context) => callBy(play.policy, book, context));
    this.isShared = plan.patients.some(({ person }) => person !== null);
    this.doctors = plan.lateMs.map((_, doctor) => new DoctorDay(this, doctor));
  }

  /** The doctors' books at the end of the day. */
  run(): Book[] {
    for (const doctor of this.doctors) doctor.begin();
    this.agenda.run();
    return this.doctors.map((doctor) => doctor.end());
  }

  /** R27: where the patients of two doctors are, as the others than this one know. */
  elsewhere(of: DoctorDay): Elsewhere[] {
    if (!this.isShared) return [];
    return this.doctors.filter((other) => other !== of).flatMap((other) => other.atDoor());
  }

  /** Somebody whom others may wait for has left this doctor's door. */
  leftDoor(of: DoctorDay): void {
    if (!this.isShared) return;
    for (const other of this.doctors) if (other !== of) other.callIfFree();
  }
}
