import { useEffect, useLayoutEffect, useState } from 'react';
import type { BlankSheets } from '../../../../shared/model/blanks';
import { blankBatchesSchema } from '../../../../shared/model/blanks';
import { printJobIdSchema } from '../../../../shared/model/ids';
import type { PatientCard } from '../../../../shared/model/patient-card';
import { headWidthSchema, paperSchema } from '../../../../shared/model/print-settings';
import type { Ticket } from '../../../../shared/model/ticket';
import { fail, ok, type Result } from '../../../../shared/result';
import { call } from '../../api/client';
import { i18n } from '../../i18n';
import { isLanguage } from '../../i18n/languages';
import { BlankSlip } from '../../slip/BlankSlip';
import { CardSlip } from '../../slip/CardSlip';
import { Slip } from '../../slip/Slip';
import { markFailed, markReady } from './ready';
import './slip-page.css';

type Content =
  | { readonly kind: 'ticket'; readonly ticket: Ticket }
  | { readonly kind: 'blank'; readonly sheets: BlankSheets }
  | { readonly kind: 'card'; readonly card: PatientCard };

/**
 * A printed page: of one token, `?screen=slip&token=<id>&job=<id>&paper=roll_58`, in `lang=hi`, or in two: `lang=hi,en`,
 * without a paper or a second language those of the ticket; of a paper blank, `?screen=slip&doctor=<id>&blank=7`; of a patient's card, `?screen=slip&card=<token>`; or a
 * sample with the settings of a `station`. `dots=384`: as wide as so many dots, and a sample with a ruler.
 */
export default function SlipScreen() {
  const [content, setContent] = useState<Content | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const query = new URLSearchParams(location.search);
  const paper = paperSchema.safeParse(query.get('paper')).data;
  const dots = headWidthSchema.safeParse(Number(query.get('dots'))).data;
  const [language = 'en', second] = (query.get('lang') ?? '').split(',').filter(isLanguage);

  useLayoutEffect(() => {
    if (dots !== undefined) document.documentElement.style.setProperty('--dots', String(dots));
  }, [dots]);

  useEffect(() => {
    let shown = true;
    void ask(new URLSearchParams(location.search)).then((answer) => {
      if (!shown) return;
      if (answer.ok) setContent(answer.value);
      else setProblem(answer.error.message);
    });
    return () => {
      shown = false;
    };
  }, []);

  useEffect(() => {
    if (content !== null) void markReady().catch((error: unknown) => markFailed(String(error)));
    if (problem !== null) markFailed(problem);
  }, [content, problem]);

  if (problem !== null) return <p className="slip-problem">{`${i18n.t('slip:failed')} ${problem}`}</p>;
  if (content === null) return null;
  if (content.kind === 'blank') return <BlankSlip sheets={content.sheets} paper={paper ?? 'roll_80'} />;
  if (content.kind === 'card') return <CardSlip card={content.card} paper={paper ?? 'roll_80'} />;
  const ticket = onPaper(content.ticket, paper);
  const ruler = ticket.print.kind === 'test' ? dots : undefined;
  return <Slip ticket={ticket} language={language} second={second} ruler={ruler} />;
}

async function ask(query: URLSearchParams): Promise<Result<Content>> {
  if (query.has('blank')) {
    const batch = { doctorId: query.get('doctor'), first: Number(query.get('blank')), count: 1 };
    const wish = blankBatchesSchema.safeParse({ batches: [batch] });
    if (!wish.success) return fail('INVALID_INPUT', 'Which blank?');
    const answer = await call('documents.blanks', wish.data);
    return answer.ok ? ok({ kind: 'blank', sheets: answer.value }) : answer;
  }
  const ofCard = query.get('card');
  if (ofCard !== null) {
    const answer = await call('documents.card', { tokenId: ofCard });
    return answer.ok ? ok({ kind: 'card', card: answer.value }) : answer;
  }
  const tokenId = query.get('token');
  const jobId = printJobIdSchema.safeParse(query.get('job')).data;
  const station = query.get('station') === 'kiosk' ? 'kiosk' : 'desk';
  const answer =
    tokenId === null
      ? await call('slips.sample', { station })
      : await call('slips.ticket', { tokenId, ...(jobId === undefined ? {} : { jobId }) });
  return answer.ok ? ok({ kind: 'ticket', ticket: answer.value }) : answer;
}

function onPaper(ticket: Ticket, paper: Ticket['print']['paper'] | undefined): Ticket {
  return paper === undefined ? ticket : { ...ticket, print: { ...ticket.print, paper } };
}
