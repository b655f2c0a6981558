import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BlankSheets, blankBatchesSchema } from '../../../../shared/model/blanks';
import type { DayList as DayListData, PatientHistory as History } from '../../../../shared/model/document';
import { doctorIdSchema, tokenIdSchema } from '../../../../shared/model/ids';
import { labelPlaceSchema, type PatientCard } from '../../../../shared/model/patient-card';
import { serviceDaySchema } from '../../../../shared/model/time';
import { assertNever, fail, ok, type Result } from '../../../../shared/result';
import { call } from '../../api/client';
import { loadFonts } from '../../ui/fontFamilies';
import { Blanks } from './Blanks';
import { CardSheet } from './CardSheet';
import { DayList } from './DayList';
import { PatientHistory } from './PatientHistory';
import './document.css';

type Content =
  | { readonly kind: 'dayList'; readonly list: DayListData; readonly maskPhones: boolean }
  | { readonly kind: 'patient'; readonly history: History }
  | { readonly kind: 'blanks'; readonly sheets: BlankSheets }
  | { readonly kind: 'report'; readonly sheet: ReactNode }
  | { readonly kind: 'card'; readonly card: PatientCard; readonly place: number };

/** A list or a history as main puts it on A4: `?screen=document&kind=dayList&doctorId=…` or `kind=patient&tokenId=…`, `kind=blanks&batches=[…]`, `kind=card&tokenId=…&place=1`. */
export default function DocumentScreen() {
  const { t } = useTranslation(['document', 'common']);
  const [content, setContent] = useState<Content | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

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
    const { dataset } = document.documentElement;
    if (problem !== null) dataset.error = problem;
    if (content !== null)
      void loadFonts(document.body.textContent, [500, 700]).then(() => (dataset.ready = 'true'));
  }, [content, problem]);

  if (problem !== null) return <p>{`${t('failed')} ${problem}`}</p>;
  if (content === null) return null;
  switch (content.kind) {
    case 'dayList':
      return <DayList list={content.list} maskPhones={content.maskPhones} />;
    case 'patient':
      return <PatientHistory history={content.history} />;
    case 'blanks':
      return <Blanks sheets={content.sheets} />;
    case 'report':
      return content.sheet;
    case 'card':
      return <CardSheet card={content.card} place={content.place} />;
    default:
      return assertNever(content);
  }
}

async function ask(query: URLSearchParams): Promise<Result<Content>> {
  if (query.get('kind') === 'patient') {
    const tokenId = tokenIdSchema.safeParse(query.get('tokenId'));
    if (!tokenId.success) return fail('INVALID_INPUT', 'Which token?');
    const answer = await call('patients.history', { tokenId: tokenId.data });
    return answer.ok ? ok({ kind: 'patient', history: answer.value }) : answer;
  }
  if (query.get('kind') === 'blanks') {
    const batches = blankBatchesSchema.safeParse({ batches: parsed(query.get('batches')) });
    if (!batches.success) return fail('INVALID_INPUT', 'Which blanks?');
    const answer = await call('documents.blanks', batches.data);
    return answer.ok ? ok({ kind: 'blanks', sheets: answer.value }) : answer;
  }
  if (query.get('kind') === 'report') {
    // With the charts’ library, which no other document needs.
    const { reportSheet } = await import('./ReportSheet');
    const sheet = await reportSheet(parsed(query.get('wish')), query.get('beside'));
    return sheet.ok ? ok({ kind: 'report', sheet: sheet.value }) : sheet;
  }
  if (query.get('kind') === 'card') {
    const tokenId = tokenIdSchema.safeParse(query.get('tokenId'));
    const place = labelPlaceSchema.safeParse(Number(query.get('place')));
    if (!tokenId.success || !place.success) return fail('INVALID_INPUT', 'Whose card, and where?');
    const answer = await call('documents.card', { tokenId: tokenId.data });
    return answer.ok ? ok({ kind: 'card', card: answer.value, place: place.data }) : answer;
  }
  const doctorId = doctorIdSchema.safeParse(query.get('doctorId'));
  if (!doctorId.success) return fail('INVALID_INPUT', 'Which doctor?');
  const day = serviceDaySchema.safeParse(query.get('serviceDay'));
  const answer = await call('documents.dayList', {
    doctorId: doctorId.data,
    ...(day.success ? { serviceDay: day.data } : {}),
  });
  const maskPhones = query.get('maskPhones') === 'true';
  return answer.ok ? ok({ kind: 'dayList', list: answer.value, maskPhones }) : answer;
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
