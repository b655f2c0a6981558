import { useCallback, useRef, useState } from 'react';
import type { TokenId } from '../../../../shared/model/ids';
import type { Ticket } from '../../../../shared/model/ticket';
import type { Ways } from '../../data/command';
import { forget } from '../../data/query';
import { useCommand } from '../../data/useCommand';
import { currentLanguage, setLanguage } from '../../i18n';
import { aboutToSend, birthOf, issued, newVisit, onCardOf, refused, type Visit } from './visit';

const freshId = (): string => crypto.randomUUID();

/** The visit under way, and the one command that ends it. */
export function useVisit() {
  const [visit, setVisit] = useState<Visit>(() => newVisit(freshId()));
  const latest = useRef(visit);
  latest.current = visit;
  const command = useCommand();

  /** Wipes everything typed; the next patient starts with an id, and a language, of their own. */
  const startOver = useCallback(() => {
    forget('slips.job');
    setVisit(newVisit(freshId()));
    setLanguage('en');
  }, []);

  /** What becomes of the visit; wiped while the answer was on its way, it is nobody's business any more. */
  function waysOf(content: readonly unknown[]): Ways<Ticket> {
    const sending = aboutToSend(latest.current, content, freshId);
    const { requestId } = sending;
    setVisit(sending);
    const go = (next: (now: Visit) => Visit): void =>
      setVisit((now) => (now.requestId === requestId ? next(now) : now));
    return {
      requestId,
      after: (ticket) => go((now) => issued(now, ticket)),
      refused: (error) => {
        go((now) => refused(now, error));
        return true;
      },
    };
  }

  /** Asks for the token, with what has been typed. */
  async function issue(): Promise<void> {
    const { doctorId, kind, name, phone, claim } = latest.current;
    if (doctorId === null) return;
    const birth = birthOf(latest.current);
    const card = onCardOf(latest.current);
    const wish = {
      ...{ doctorId, source: kind, patientName: name, patientContact: phone },
      ...(claim === null ? {} : { precedence: claim }),
      ...(birth === null ? {} : { birth }),
      ...(card === null ? {} : { card }),
    };
    await command.together(async ({ run }) => {
      if (latest.current.ticket !== null) return;
      await run(
        'tokens.issue',
        { ...wish, language: currentLanguage() },
        waysOf([doctorId, kind, name, phone, claim, birth, card]),
      );
    });
  }

  /** Says that the patient of a booking is here; main checks that this query finds it. */
  async function checkIn(query: string, tokenId: TokenId): Promise<void> {
    await command.together(async ({ run }) => {
      if (latest.current.ticket !== null) return;
      const wish = { query, tokenId, language: currentLanguage() };
      await run('kiosk.checkIn', wish, waysOf(['checkIn', tokenId]));
    });
  }

  return { visit, setVisit, startOver, issue, checkIn, busy: command.busy };
}
