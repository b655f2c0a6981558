import type { CallName } from '../../../shared/contract';
import type { WhoIsOn } from '../../../shared/model/person';
import { useCall } from './query';

type May = (name: CallName) => boolean;

/** Who is on at this station; null until the first answer. */
export function useWho(): WhoIsOn | null {
  return useCall('persons.who', {}).value ?? null;
}

/** Whether whoever is on may do this: what may not be done is not offered. Where nobody signs in all may be done. */
export function useMay(): May {
  const calls = useWho()?.calls ?? null;
  return (name) => calls === null || calls.includes(name);
}
