import type { DoctorSchedule } from '../../../../shared/model/doctor-schedule';
import type { DoctorDraft } from './draft';

/** What the fields began with, and what they hold. */
export interface KeptDraft {
  readonly before: DoctorDraft;
  readonly draft: DoctorDraft;
}

const kept = new Map<string, KeptDraft & { readonly of: string }>();

const keyOf = (doctor: DoctorSchedule | null): string => doctor?.id ?? 'new';
const saved = (doctor: DoctorSchedule | null): string => JSON.stringify(doctor);

/** What was typed and neither saved nor given up, if the doctor is still as it was then. */
export function keptDraft(doctor: DoctorSchedule | null): KeptDraft | undefined {
  const found = kept.get(keyOf(doctor));
  return found?.of === saved(doctor) ? found : undefined;
}

/** Whoever goes elsewhere in this window finds it again. Null: it was saved, or given up. */
export function keepDraft(doctor: DoctorSchedule | null, typed: KeptDraft | null): void {
  if (typed === null || typed.draft === typed.before) kept.delete(keyOf(doctor));
  else kept.set(keyOf(doctor), { ...typed, of: saved(doctor) });
}
