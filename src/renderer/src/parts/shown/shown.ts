import type { DoctorId } from '../../../../shared/model/ids';

/** Of the doctors there are, those who are shown; nobody chosen: all. */
export function shownOf<T extends { readonly id: DoctorId }>(
  doctors: readonly T[],
  chosen: readonly DoctorId[],
): readonly T[] {
  return chosen.length === 0 ? doctors : doctors.filter(({ id }) => chosen.includes(id));
}
