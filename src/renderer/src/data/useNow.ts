import { useEffect, useState, useSyncExternalStore } from 'react';
import { MINUTE } from '../../../shared/model/time';
import { clinicNow } from './clock';

/** The clinic's time, rendered anew each `everyMs` ms. */
export function useNow(everyMs = 1_000): number {
  const [now, setNow] = useState(clinicNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(clinicNow()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}

/*
 * What follows looks each second too, and renders only when what it says has changed.
 */

function everySecond(onTick: () => void): () => void {
  const timer = setInterval(onTick, 1_000);
  return () => clearInterval(timer);
}

/** The clinic's time to the minute. */
export function useMinute(): number {
  return useSyncExternalStore(everySecond, () => Math.floor(clinicNow() / MINUTE) * MINUTE);
}

/** Whether this moment is still to come; null: never. */
export function useIsBefore(instant: number | null): boolean {
  return useSyncExternalStore(everySecond, () => instant !== null && clinicNow() < instant);
}

/** Seconds until this moment, never negative; null: 0. */
export function useSecondsTo(instant: number | null): number {
  return useSyncExternalStore(everySecond, () =>
    instant === null ? 0 : Math.max(0, Math.ceil((instant - clinicNow()) / 1_000)),
  );
}
