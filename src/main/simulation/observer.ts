import type { Book } from '../../shared/model/book';
import type { Token } from '../../shared/model/token';
import type { Context, Decision } from '../engine';
import type { DoctorClock } from './doctor-clock';
import type { PlannedPatient } from './plan';

/** How those fared who came to the clinic, at the end of a doctor's day. */
export interface Outcomes {
  /** Waited in the room when the doctor left, and was never seen. Must be 0. */
  readonly neverSeen: number;
  /** Came, did not leave of their own, and went home without a consultation: those, and who came too late. */
  readonly inVain: number;
}

/** Told of everything that happens; sees, and cannot change anything. */
export interface Observer {
  decided?(before: Book, decision: Decision, context: Context): void;
  /** The patient is here: with a token just issued, or checked in. */
  arrived?(book: Book, token: Token, context: Context): void;
  /** For the first time, and not after having left; `waiting`: who else is there, to be called, and was not yet. */
  called?(token: Token, patient: PlannedPatient, context: Context, waiting: readonly Token[]): void;
  served?(token: Token, patient: PlannedPatient): void;
  ended?(book: Book, clock: DoctorClock, outcomes: Outcomes): void;
}
