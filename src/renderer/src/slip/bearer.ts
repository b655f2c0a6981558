import type { PatientCard } from '../../../shared/model/patient-card';
import type { Speaker } from './speakers';

/** `Female · born 1956`; empty: neither is known. */
export function bearerText({ sex, birthYear }: PatientCard, { t }: Speaker): string {
  const parts = [
    ...(sex === null ? [] : [t(`slip:sex.${sex}`)]),
    ...(birthYear === null ? [] : [t('slip:born', { year: birthYear })]),
  ];
  return parts.join(' · ');
}
