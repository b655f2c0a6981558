import { useTranslation } from 'react-i18next';
import type { CallListLine } from '../../../../../shared/model/call-list';
import { clinicNow } from '../../../data/clock';
import { useSummaries } from '../../../data/summaries';
import { useCallList } from '../../../data/useCallList';
import { i18n } from '../../../i18n';
import { staffErrorText } from '../../../i18n/errors';
import { dayText, momentText } from '../../../i18n/format';
import { CallRow } from '../../../parts/CallRow';
import { Contact } from '../../../parts/Contact';
import { closeOverlay } from '../../../stores/deskView';
import { Alert } from '../../../ui/Alert';
import { EmptyState } from '../../../ui/EmptyState';
import { Icon } from '../../../ui/Icon';
import { Overlay } from '../../../ui/Overlay';
import { TokenNumber } from '../../../ui/TokenNumber';
import { whereText } from '../sentences';
import { TextInstead } from './TextInstead';

interface Props {
  readonly today: string;
  readonly timeZone: string;
}

/** F4: who must be told of a change, with the phone to do it by; ticked off once done. */
export function CallListPanel({ today, timeZone }: Props) {
  const { t } = useTranslation(['desk', 'common']);
  const { value, error } = useCallList();
  const open = value?.filter(({ toldAt }) => toldAt === null) ?? [];
  const told = value?.filter(({ toldAt }) => toldAt !== null) ?? [];
  return (
    <Overlay
      title={t('callList.title')}
      closeLabel={t('dialog.close')}
      place="side"
      testId="desk-notices-panel"
      onClose={closeOverlay}
    >
      <p className="text-small text-ink-soft">{t('callList.hint')}</p>
      {error !== undefined && <Alert tone="danger" title={staffErrorText(error)} />}
      {value !== undefined && open.length === 0 && <EmptyState icon="check" title={t('callList.none')} />}
      <ul className="flex flex-col gap-2">
        {[...open, ...told].map((line, index) => (
          <li key={line.id}>
            <Row line={line} isFirst={index === 0} today={today} timeZone={timeZone} />
          </li>
        ))}
      </ul>
    </Overlay>
  );
}

interface RowProps extends Props {
  readonly line: CallListLine;
  readonly isFirst: boolean;
}

function Row({ line, isFirst, today, timeZone }: RowProps) {
  const { t } = useTranslation(['desk', 'common']);
  const doctors = useSummaries();
  const doctor = doctors?.find((summary) => summary.doctor.id === line.doctorId)?.doctor.name ?? '';
  const { number, patientName, patientContact, serviceDay, toldAt, at } = line;
  const done = toldAt !== null;
  return (
    <>
      <CallRow line={line} isFirst={isFirst} testId={`desk-notice-${number}`}>
        <span className="flex flex-wrap items-baseline gap-x-3">
          <TokenNumber className="text-lead!">{number}</TokenNumber>
          <bdi className="min-w-0 truncate font-semibold">{patientName}</bdi>
        </span>
        <span className="figures flex items-center gap-1.5 text-lead font-bold">
          <Icon name="phone" className="size-[1em]" />
          {patientContact === '' ? t('preview.noPhone') : <Contact text={patientContact} />}
        </span>
        <span className="block text-small">{changeText(line)}</span>
        <span className="figures block text-caption text-ink-soft">
          {serviceDay !== today && `${dayText(serviceDay)} · `}
          <bdi>{doctor}</bdi> ·{' '}
          {done
            ? t('callList.told', { time: momentText(toldAt, timeZone, clinicNow()) })
            : momentText(at, timeZone, clinicNow())}
        </span>
      </CallRow>
      <TextInstead line={line} doctor={doctor} />
    </>
  );
}

/** What to say on the phone. */
function changeText({ kind, because, from, to, delayMinutes }: CallListLine): string {
  switch (kind) {
    case 'displaced':
      return i18n.t(`desk:callList.displaced.${because ?? 'unknown'}`, {
        from: whereText(from),
        to: whereText(to),
      });
    case 'promoted':
      return i18n.t('desk:callList.promoted', { to: whereText(to) });
    case 'doctor_late':
      return i18n.t('desk:callList.late', { slot: whereText(from), count: delayMinutes });
    case 'cancelled':
      return i18n.t('desk:callList.cancelled');
  }
}
