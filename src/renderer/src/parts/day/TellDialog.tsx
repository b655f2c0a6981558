import { useTranslation } from 'react-i18next';
import type { CallListLine } from '../../../../shared/model/call-list';
import { i18n } from '../../i18n';
import { slotText } from '../../i18n/format';
import { EmptyState } from '../../ui/EmptyState';
import { Overlay } from '../../ui/Overlay';
import { TokenNumber } from '../../ui/TokenNumber';
import { CallRow } from '../CallRow';
import { Contact } from '../Contact';

interface Props {
  /** Of this doctor, those nobody has told yet first. */
  readonly list: readonly CallListLine[];
  readonly onClose: () => void;
}

/** Who must be told of a change, with the phone to do it by; ticked off once done, for the desk too. */
export function TellDialog({ list, onClose }: Props) {
  const { t } = useTranslation(['day', 'common']);
  return (
    <Overlay title={t('tell.title')} closeLabel={t('close')} place="side" testId="day-tell" onClose={onClose}>
      <p className="text-small text-ink-soft">{t('tell.hint')}</p>
      {list.length === 0 && <EmptyState icon="check" title={t('tell.none')} />}
      <ul className="flex flex-col gap-2">
        {list.map((line, index) => (
          <li key={line.id}>
            <Row line={line} isFirst={index === 0} />
          </li>
        ))}
      </ul>
    </Overlay>
  );
}

function Row({ line, isFirst }: { readonly line: CallListLine; readonly isFirst: boolean }) {
  const { t } = useTranslation(['day', 'common']);
  const { number, patientName, patientContact } = line;
  return (
    <CallRow line={line} isFirst={isFirst} testId={`day-tell-${number}`}>
      <span className="flex flex-wrap items-baseline gap-x-3">
        <TokenNumber className="text-lead!">{number}</TokenNumber>
        <bdi className="min-w-0 truncate font-semibold">{patientName}</bdi>
        <span className="figures ms-auto font-bold">
          {patientContact === '' ? t('noPhone') : <Contact text={patientContact} />}
        </span>
      </span>
      <span className="block text-small">{sentence(line)}</span>
    </CallRow>
  );
}

/** What to say on the phone. */
function sentence({ kind, from, to, delayMinutes }: CallListLine): string {
  switch (kind) {
    case 'doctor_late':
      return i18n.t('day:tell.late', { slot: where(from), minutes: delayMinutes });
    case 'promoted':
      return i18n.t('day:tell.promoted', { slot: where(to) });
    case 'displaced':
      return i18n.t('day:tell.moved', { from: where(from), to: where(to) });
    case 'cancelled':
      return i18n.t('day:tell.cancelled');
  }
}

function where(slot: CallListLine['from']): string {
  return slot === null ? i18n.t('day:tell.list') : slotText(slot);
}
