import { create } from 'zustand';
import { type DoctorId, doctorIdSchema } from '../../../shared/model/ids';

const KEY = 'desk.doctors';

interface DeskShown {
  /** The doctors in the columns of this computer's desk; none: all. */
  readonly chosen: readonly DoctorId[];
}

/** A view of this station alone, kept over restarts: what is searched, called or issued knows every doctor. */
export const useDeskShown = create<DeskShown>(() => ({ chosen: remembered() }));

export function showDoctors(chosen: readonly DoctorId[]): void {
  useDeskShown.setState({ chosen });
  localStorage.setItem(KEY, JSON.stringify(chosen));
}

/**
 * Those of the chosen who are there; all where nobody was chosen, or nobody of the chosen is there any more: a desk must
 * not stand empty, and says so only where somebody is left out.
 */
export function onDesk(all: readonly DoctorId[], chosen: readonly DoctorId[]): readonly DoctorId[] {
  const shown = all.filter((id) => chosen.includes(id));
  return shown.length === 0 || shown.length === all.length ? all : shown;
}

function remembered(): readonly DoctorId[] {
  try {
    return doctorIdSchema.array().safeParse(JSON.parse(localStorage.getItem(KEY) ?? '[]')).data ?? [];
  } catch {
    return [];
  }
}
