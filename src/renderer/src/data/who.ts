import type { CallName } from '../../../shared/contract';
import type { WhoIsOn } from '../../../shared/model/person';
import { heldValue, useCall } from './query';

type May = (name: CallName) => boolean;

/** Who is on at this station; null until the first answer. */
export function useWho(): WhoIsOn | null {
  return useCall('persons.who', {}).value ?? null;
}

/** Whether whoever is on may do this: what may not be done is not offered. Where nobody signs in all may be done. */
export function useMay(): May {
  return mayOf(useWho());
}

/** The same outside of components. */
export const mayNow: May = (name) => mayOf(heldValue('persons.who', {}) ?? null)(name);

function mayOf(who: WhoIsOn | null): May {
  const calls = who?.calls ?? null;
  return (name) => calls === null || calls.includes(name);
}
