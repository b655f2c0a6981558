import { useEffect, useState } from 'react';
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
