import { useEffect, useState } from 'react';
import { printJobIdSchema } from '../../../../shared/model/ids';
import { paperSchema } from '../../../../shared/model/print-settings';
import type { Ticket } from '../../../../shared/model/ticket';
import { call } from '../../api/client';
import { i18n } from '../../i18n';
import { isLanguage } from '../../i18n/languages';
import { Slip } from '../../slip/Slip';
import { markFailed, markReady } from './ready';
import './slip-page.css';

/**
 * The printed page of one token: `?screen=slip&token=<id>&job=<id>&paper=roll_58`, in `lang=hi`, or in two:
 * `lang=hi,en`. Without a paper or a second language, those of the ticket; without a token, a sample with the settings of
 * a `station`.
 */
export default function SlipScreen() {
  const [ticket, setTicket] = useState<Ticket | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const query = new URLSearchParams(location.search);
  const tokenId = query.get('token');
  const station = query.get('station') === 'kiosk' ? 'kiosk' : 'desk';
  const jobId = printJobIdSchema.safeParse(query.get('job')).data;
  const paper = paperSchema.safeParse(query.get('paper')).data;
  const [language = 'en', second] = (query.get('lang') ?? '').split(',').filter(isLanguage);

  useEffect(() => {
    let shown = true;
    const asked =
      tokenId === null
        ? call('slips.sample', { station })
        : call('slips.ticket', { tokenId, ...(jobId === undefined ? {} : { jobId }) });
    void asked.then((answer) => {
      if (!shown) return;
      if (answer.ok) setTicket(onPaper(answer.value, paper));
      else setProblem(answer.error.message);
    });
    return () => {
      shown = false;
    };
  }, [tokenId, jobId, station, paper]);

  useEffect(() => {
    if (ticket !== null) void markReady().catch((error: unknown) => markFailed(String(error)));
    if (problem !== null) markFailed(problem);
  }, [ticket, problem]);

  if (problem !== null) return <p className="slip-problem">{`${i18n.t('slip:failed')} ${problem}`}</p>;
  return ticket === null ? null : <Slip ticket={ticket} language={language} second={second} />;
}

function onPaper(ticket: Ticket, paper: Ticket['print']['paper'] | undefined): Ticket {
  return paper === undefined ? ticket : { ...ticket, print: { ...ticket.print, paper } };
}
