import { useCallback, useRef, useState } from 'react';
import { call } from '../../api/client';
import { useLock } from '../../api/useLock';
import { forgetPrintJobs } from '../../stores/printJobs';
import { aboutToSend, issued, newVisit, refused, type Visit } from './visit';

const freshId = (): string => crypto.randomUUID();

/** The visit under way, and the one command that ends it. */
export function useVisit() {
  const [visit, setVisit] = useState<Visit>(() => newVisit(freshId()));
  const latest = useRef(visit);
  latest.current = visit;
  const lock = useLock();

  /** Wipes everything typed; the next patient starts with an id of their own. */
  const startOver = useCallback(() => {
    forgetPrintJobs();
    setVisit(newVisit(freshId()));
  }, []);

  async function send(): Promise<void> {
    await lock.run(async () => {
      const { doctorId } = latest.current;
      if (doctorId === null || latest.current.ticket !== null) return;
      const sending = aboutToSend(latest.current, freshId);
      setVisit(sending);
      const answer = await call('tokens.issue', {
        doctorId,
        source: sending.kind,
        patientName: sending.name,
        patientContact: sending.phone,
        requestId: sending.requestId,
      });
      setVisit((now) => {
        // Wiped while the answer was on its way: it is nobody's business any more.
        if (now.requestId !== sending.requestId) return now;
        return answer.ok ? issued(now, answer.value) : refused(now, answer.error);
      });
    });
  }

  return { visit, setVisit, startOver, send, busy: lock.busy };
}
