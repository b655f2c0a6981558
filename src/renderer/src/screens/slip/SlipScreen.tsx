import { useEffect, useState } from 'react';
import type { Ticket } from '../../../../shared/model/view';
import { call } from '../../api/client';
import { i18n } from '../../i18n';
import { isLanguage } from '../../i18n/languages';
import { markFailed, markReady } from './ready';
import { Slip } from './Slip';
import './slip.css';

/**
 * The printed page of one token: `?screen=slip&token=<id>&job=<id>&paper=roll_80`, in `lang=hi`, or in two:
 * `lang=hi,en`. Without a token it is a sample with the settings of a `station`.
 */
export default function SlipScreen() {
  const [ticket, setTicket] = useState<Ticket | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const query = new URLSearchParams(location.search);
  const tokenId = query.get('token');
  const jobId = query.get('job');
  const station = query.get('station') === 'kiosk' ? 'kiosk' : 'desk';
  const [language = 'en', second] = (query.get('lang') ?? '').split(',').filter(isLanguage);

  useEffect(() => {
    let shown = true;
    const asked =
      tokenId === null
        ? call('slips.sample', { station })
        : call('slips.ticket', { tokenId, ...(jobId === null ? {} : { jobId }) });
    void asked.then((answer) => {
      if (!shown) return;
      if (answer.ok) setTicket(answer.value);
      else setProblem(answer.error.message);
    });
    return () => {
      shown = false;
    };
  }, [tokenId, jobId, station]);

  useEffect(() => {
    if (ticket !== null) void markReady();
    if (problem !== null) markFailed(problem);
  }, [ticket, problem]);

  if (problem !== null) return <p className="slip-problem">{`${i18n.t('slip:failed')} ${problem}`}</p>;
  return ticket === null ? null : <Slip ticket={ticket} language={language} second={second} />;
}
