import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../shared/contract';
import type { ReportedVisit, ReportWish } from '../../../../shared/model/report';
import { call } from '../../api/client';
import { useCall } from '../../data/query';
import { useStatus } from '../../data/status';
import { useLock } from '../../data/useLock';
import { staffErrorText } from '../../i18n/errors';
import { clockRangeText, shortDayText, timeText } from '../../i18n/format';
import type { CellWish } from '../../parts/reports/behind';
import type { Behind } from '../../parts/reports/view';
import { doctorText, valueText } from '../../parts/reports/words';
import { Alert } from '../../ui/Alert';
import { Button } from '../../ui/Button';
import { Overlay } from '../../ui/Overlay';
import { Spinner } from '../../ui/Spinner';
import { sayError } from '../../ui/toasts';

interface Props {
  readonly behind: Behind<CellWish>;
  readonly wish: ReportWish;
  readonly onClose: () => void;
}

type Answer = CallOutput<'reports.tokens'>;

/** So many at once: a page that can be read. */
const PAGE = 100;

/** The tokens that a figure is made of, one line each; nobody is named. */
export function TokensDialog({ behind, wish, onClose }: Props) {
  const { t } = useTranslation(['reports', 'common']);
  const input = { ...wish, cell: behind.wish, limit: PAGE };
  const { value: first, error } = useCall('reports.tokens', input);
  const [more, setMore] = useState<readonly ReportedVisit[]>([]);
  const { busy, run } = useLock();
  const tokens = [...(first?.tokens ?? []), ...more];
  const last = tokens.at(-1)?.tokenId ?? null;

  async function showMore(): Promise<void> {
    if (last === null) return;
    await run(async () => {
      const answer = await call('reports.tokens', { ...input, after: last });
      if (answer.ok) setMore([...more, ...answer.value.tokens]);
      else sayError(answer.error);
    });
  }

  return (
    <Overlay
      title={behind.title}
      closeLabel={t('tokens.close')}
      place="side"
      width="full"
      testId="reports-tokens"
      onClose={onClose}
    >
      {error !== undefined && <Alert tone="danger" title={staffErrorText(error)} />}
      {first === undefined && error === undefined && <Spinner />}
      {first !== undefined && (
        <>
          <p className="text-small text-ink-soft">
            <strong data-testid="reports-tokens-count">{t('tokens.count', { count: first.total })}</strong>.{' '}
            {t('tokens.nobody')}
          </p>
          {first.total > 0 && <Lines tokens={tokens} />}
          {tokens.length < first.total && last !== null && (
            <Button busy={busy} onPress={() => void showMore()} data-testid="reports-tokens-more">
              {t('tokens.more')}
            </Button>
          )}
        </>
      )}
    </Overlay>
  );
}

const columns = [
  'number',
  'day',
  'doctor',
  'source',
  'arrived',
  'called',
  'wait',
  'told',
  'outcome',
] as const;

function Lines({ tokens }: Pick<Answer, 'tokens'>) {
  const { t } = useTranslation(['reports', 'common']);
  const doctors = useCall('doctors.list', {}).value ?? [];
  return (
    <div className="overflow-x-auto">
      <table className="figures w-full border-collapse text-small">
        <thead>
          <tr className="border-b-2 border-line-strong">
            {columns.map((name) => (
              <th key={name} scope="col" className="py-1.5 pe-3 text-start whitespace-nowrap">
                {t(`tokens.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tokens.map((visit) => (
            <Line
              key={`${visit.serviceDay} ${visit.doctorId} ${visit.number}`}
              visit={visit}
              doctors={doctors}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface LineProps {
  readonly visit: ReportedVisit;
  readonly doctors: CallOutput<'doctors.list'>;
}

function Line({ visit, doctors }: LineProps) {
  const { t } = useTranslation(['reports', 'common']);
  const timeZone = useStatus()?.timeZone ?? 'UTC';
  const time = (at: number | null): string => (at === null ? '' : timeText(at, timeZone));
  const { number, serviceDay, doctorId, source, arrivedAt, calledAt, waitMinutes, quotedFrom, quotedTo } =
    visit;
  const told =
    quotedFrom === null || quotedTo === null
      ? ''
      : clockRangeText({ from: quotedFrom, to: quotedTo }, timeZone);
  const cells = [
    shortDayText(serviceDay),
    doctorText(doctorId, { doctors }),
    t(`common:source.${source}`),
    time(arrivedAt),
    time(calledAt),
    waitMinutes === null ? '' : valueText('waitMedian', waitMinutes),
    told,
    t(`outcome.${visit.outcome}`),
  ];
  return (
    <tr className="border-b border-line">
      <th scope="row" className="py-1 pe-3 text-start font-bold whitespace-nowrap">
        {number}
      </th>
      {cells.map((text, at) => (
        <td key={columns[at + 1]} className="py-1 pe-3 whitespace-nowrap" dir="auto">
          {text}
        </td>
      ))}
    </tr>
  );
}
