import type { BookView } from '../../../../../shared/model/book-view';
import type { Doctor } from '../../../../../shared/model/doctor';
import type { DoctorSummary } from '../../../../../shared/model/doctor-summary';
import type { SlotView } from '../../../../../shared/model/slot';
import type { WaitRange } from '../../../../../shared/model/wait';
import { latinOf } from '../../../keys/position';

/** A doctor as somebody to choose: what a walk-in would get there. */
export interface Candidate {
  readonly doctor: Doctor;
  readonly state: DoctorSummary['state'];
  readonly slot: Pick<SlotView, 'startMinute' | 'endMinute'> | null;
  readonly wait: WaitRange | null;
  /** People before a newcomer. */
  readonly ahead: number;
}

export const ANY_DOCTOR = 'any';
/** Nothing chosen yet. */
export const NO_CHOICE = '';
const ONLY = 'only:';

/** The choice "whoever of this specialization is soonest". */
export function onlyOf(specialization: string): string {
  return `${ONLY}${specialization}`;
}

export function specializationOf(choice: string): string | null {
  return choice.startsWith(ONLY) ? choice.slice(ONLY.length) : null;
}

/** Today, as main sums the doctors up. */
export function candidateToday(summary: DoctorSummary): Candidate {
  const { doctor, state, nextSlot, wait, ahead } = summary;
  return { doctor, state, slot: nextSlot, wait, ahead };
}

/** Another day, from its book: the first slot with a free seat. */
export function candidateOn(view: BookView): Candidate {
  const open = view.slots.filter(({ phase }) => phase === 'upcoming' || phase === 'running');
  const slot = open.find(({ free, phase }) => phase === 'upcoming' && free > 0) ?? null;
  const closed = view.status === 'closed' || open.length === 0;
  return {
    doctor: view.doctor,
    state: closed ? 'closed' : slot === null ? 'list' : 'seats',
    slot,
    wait: null,
    ahead: view.waiting.length,
  };
}

/** Specializations that more than one doctor has: with one, the doctor's own name does. */
export function sharedSpecializations(candidates: readonly Candidate[]): string[] {
  const names = candidates.map(({ doctor }) => doctor.specialization);
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

/** Where all doctors do the same, nobody need be chosen; where they do not, whoever is soonest may be quite wrong. */
function isOneTrade(candidates: readonly Candidate[]): boolean {
  return new Set(candidates.map(({ doctor }) => doctor.specialization)).size <= 1;
}

/** Whom the choice means now: the doctor named, or of those it allows the soonest; null if there is none. */
export function chosenOf(choice: string, candidates: readonly Candidate[]): Candidate | null {
  const specialization = specializationOf(choice);
  if (choice === NO_CHOICE && isOneTrade(candidates)) return chosenOf(ANY_DOCTOR, candidates);
  if (choice !== ANY_DOCTOR && specialization === null) {
    return candidates.find(({ doctor }) => doctor.id === choice) ?? null;
  }
  const allowed = candidates.filter(
    ({ doctor, state }) =>
      state !== 'closed' && (specialization === null || doctor.specialization === specialization),
  );
  return allowed.toSorted(sooner)[0] ?? null;
}

/** A free seat before a waiting list; then the earlier slot, the shorter wait, the fewer people. */
function sooner(a: Candidate, b: Candidate): number {
  return (
    Number(a.slot === null) - Number(b.slot === null) ||
    (a.slot?.startMinute ?? 0) - (b.slot?.startMinute ?? 0) ||
    (a.wait?.fromMinutes ?? Number.MAX_SAFE_INTEGER) - (b.wait?.fromMinutes ?? Number.MAX_SAFE_INTEGER) ||
    a.ahead - b.ahead
  );
}

/**
 * Whether what was typed means this doctor: the letter on the door, or the start of a word of name or trade; as
 * written, or as the same keys write it in Latin.
 */
export function matches(typed: string, texts: readonly string[]): boolean {
  const wanted = new Set([typed, latinOf(typed)].map((text) => text.trim().toLocaleLowerCase()));
  if (wanted.has('')) return true;
  const words = texts.map((text) => ` ${text.toLocaleLowerCase()}`.replace(/[\s.,/()-]+/gu, ' '));
  return [...wanted].some((one) => words.some((text) => text.includes(` ${one}`)));
}
