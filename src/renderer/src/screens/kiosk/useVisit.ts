import { useCallback, useRef, useState } from 'react';
import type { TokenId } from '../../../../shared/model/ids';
import type { Ticket } from '../../../../shared/model/ticket';
import type { Result } from '../../../../shared/result';
import { call } from '../../api/client';
import { forget } from '../../data/query';
import { useLock } from '../../data/useLock';
import { currentLanguage, setLanguage } from '../../i18n';
import { aboutToSend, issued, newVisit, refused, type Visit } from './visit';

const freshId = (): string => crypto.randomUUID();

/** The visit under way, and the one command that ends it. */
export function useVisit() {
  const [visit, setVisit] = useState<Visit>(() => newVisit(freshId()));
  const latest = useRef(visit);
  latest.current = visit;
  const lock = useLock();

  /** Wipes everything typed; the next patient starts with an id, and a language, of their own. */
  const startOver = useCallback(() => {
    forget('slips.job');
    setVisit(newVisit(freshId()));
    setLanguage('en');
  }, []);

  async function send(
    content: readonly unknown[],
    command: (requestId: string) => Promise<Result<Ticket>>,
  ): Promise<void> {
    await lock.run(async () => {
      if (latest.current.ticket !== null) return;
      const sending = aboutToSend(latest.current, content, freshId);
      setVisit(sending);
      const answer = await command(sending.requestId);
      setVisit((now) => {
        // Wiped while the answer was on its way: it is nobody's business any more.
        if (now.requestId !== sending.requestId) return now;
        return answer.ok ? issued(now, answer.value) : refused(now, answer.error);
      });
    });
  }

  /** Asks for the token, with what has been typed. */
  async function issue(): Promise<void> {
    const { doctorId, kind, name, phone } = latest.current;
    if (doctorId === null) return;
    await send([doctorId, kind, name, phone], (requestId) =>
      call('tokens.issue', {
        doctorId,
        source: kind,
        patientName: name,
        patientContact: phone,
        language: currentLanguage(),
        requestId,
      }),
    );
  }

  /** Says that the patient of a booking is here; main checks that this query finds it. */
  async function checkIn(query: string, tokenId: TokenId): Promise<void> {
    await send(['checkIn', tokenId], (requestId) =>
      call('kiosk.checkIn', { query, tokenId, language: currentLanguage(), requestId }),
    );
  }

  return { visit, setVisit, startOver, issue, checkIn, busy: lock.busy };
}
