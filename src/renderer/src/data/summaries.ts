import { useQuery } from '@tanstack/react-query';
import type { DoctorSummary } from '../../../shared/model/doctor-summary';
import type { DoctorId } from '../../../shared/model/ids';
import { call } from '../api/client';
import { client } from './client';
import type { Held } from './held';
import { optionsOf, useCall } from './query';

const none: readonly DoctorId[] = [];

/** Each doctor's day in short; null until the first answer. */
export function useSummaries(): readonly DoctorSummary[] | null {
  return useCall('doctors.summaries', {}).value ?? null;
}

/** The doctors, the same list as long as they are the same; null until the first answer. */
export function useKnownDoctorIds(): readonly DoctorId[] | null {
  const options = optionsOf('doctors.summaries', {}, () => call('doctors.summaries', {}));
  return useQuery({ ...options, select: idsOf }, client).data ?? null;
}

/** The same; nobody until the first answer. */
export function useDoctorIds(): readonly DoctorId[] {
  return useKnownDoctorIds() ?? none;
}

function idsOf({ value }: Held<readonly DoctorSummary[]>): readonly DoctorId[] | null {
  return value?.map(({ doctor }) => doctor.id) ?? null;
}
