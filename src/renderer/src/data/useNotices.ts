import { useMemo } from 'react';
import type { Notice } from '../../../shared/model/call-list';
import type { DoctorId } from '../../../shared/model/ids';
import type { Held } from './held';
import { askAgain, useCall } from './query';
import { useCommand } from './useCommand';

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

/** Ticks off that somebody was told, or takes the tick away. */
export function useTick({ id: noticeId }: Notice): (told: boolean) => Promise<void> {
  const { runBare } = useCommand();
  return async (told) => {
    await runBare('notices.tick', { noticeId, told });
    askAgain('notices.list');
  };
}
