import type { TokenId } from '../../shared/model/ids';
import type { PlannedPatient } from './plan';

/** A patient on the way through the day. */
export interface Visit {
  readonly patient: PlannedPatient;
  readonly tokenId: TokenId;
  /** The way to the clinic is planned. */
  coming: boolean;
  /** In the waiting room for the first time; null: not yet. */
  arrivedAt: number | null;
  /** Called once already, for whoever counts first calls. */
  called: boolean;
  /** Out of the room until then, unsaid; 0: never was. */
  backAt: number;
}

export const newVisit = (patient: PlannedPatient, tokenId: TokenId): Visit => ({
  patient,
  tokenId,
  coming: !patient.booked,
  arrivedAt: null,
  called: false,
  backAt: 0,
});

/** Would the patient answer a call now? Not who has not come, is out of the room, or has left for good. */
export function isThere({ arrivedAt, backAt, patient }: Visit, now: number): boolean {
  if (arrivedAt === null || now < arrivedAt || now < backAt) return false;
  return now < arrivedAt + patient.leavesAfterMs;
}

/** Left for good, without a word. */
export function hasLeft({ arrivedAt, patient }: Visit, now: number): boolean {
  return arrivedAt !== null && now >= arrivedAt + patient.leavesAfterMs;
}
