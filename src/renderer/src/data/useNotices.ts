import { useMemo } from 'react';
import type { Notice } from '../../../shared/model/call-list';
import type { DoctorId } from '../../../shared/model/ids';
import type { Held } from './held';
import { useCall } from './query';

/** The call list: who must be told of a change. */
export function useCallList(): Held<readonly Notice[]> {
  return useCall('notices.list', {});
}

/** One doctor's calls to make, those nobody has told yet first. */
export function useNotices(doctorId: DoctorId): readonly Notice[] {
  const { value } = useCallList();
  return useMemo(() => {
    const own = (value ?? []).filter((notice) => notice.doctorId === doctorId);
    return own.sort((a, b) => Number(a.toldAt !== null) - Number(b.toldAt !== null) || a.at - b.at);
  }, [value, doctorId]);
}
