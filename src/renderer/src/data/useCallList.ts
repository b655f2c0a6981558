import { useMemo } from 'react';
import type { CallListLine } from '../../../shared/model/call-list';
import type { DoctorId } from '../../../shared/model/ids';
import type { Held } from './held';
import { askAgain, useCall } from './query';
import { useCommand } from './useCommand';

/** The call list: who must be told of a change. */
export function useCallList(): Held<readonly CallListLine[]> {
  return useCall('callList.view', {});
}

/** One doctor's calls to make, those nobody has told yet first. */
export function useCallListOf(doctorId: DoctorId): readonly CallListLine[] {
  const { value } = useCallList();
  return useMemo(() => {
    const own = (value ?? []).filter((line) => line.doctorId === doctorId);
    return own.sort((a, b) => Number(a.toldAt !== null) - Number(b.toldAt !== null));
  }, [value, doctorId]);
}

/** Ticks off that somebody was told, or takes the tick away. */
export function useTick({ id: lineId }: CallListLine): (told: boolean) => Promise<void> {
  const { runBare } = useCommand();
  return async (told) => {
    await runBare('callList.tick', { lineId, told });
    askAgain('callList.view');
  };
}
