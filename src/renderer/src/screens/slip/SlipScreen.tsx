import { useEffect, useState } from 'react';
import type { Ticket } from '../../../../shared/model/view';
import { call } from '../../api/client';
import { t } from '../../i18n';
import { markFailed, markReady } from './ready';
import { Slip } from './Slip';
import './slip.css';

/** The printed page of one token: `?screen=slip&token=<id>`. */
export default function SlipScreen() {
  const [ticket, setTicket] = useState<Ticket | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const tokenId = new URLSearchParams(location.search).get('token') ?? '';

  useEffect(() => {
    let shown = true;
    void call('slips.ticket', { tokenId }).then((answer) => {
      if (!shown) return;
      if (answer.ok) setTicket(answer.value);
      else setProblem(answer.error.message);
    });
    return () => {
      shown = false;
    };
  }, [tokenId]);

  useEffect(() => {
    if (ticket !== null) void markReady();
    if (problem !== null) markFailed(problem);
  }, [ticket, problem]);

  if (problem !== null) return <p className="slip-problem">{`${t.slip.failed} ${problem}`}</p>;
  return ticket === null ? null : <Slip ticket={ticket} />;
}
