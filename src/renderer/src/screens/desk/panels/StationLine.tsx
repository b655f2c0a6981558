import { useTranslation } from 'react-i18next';
import type { StationPrinter } from '../../../../../shared/model/print-job';
import type { StationName } from '../../../../../shared/model/print-settings';
import { isInTrouble } from '../../../../../shared/model/printers-status';
import { clinicNow } from '../../../data/clock';
import { momentText } from '../../../i18n/format';
import { FolderLine } from '../../../parts/FolderLine';
import { cx } from '../../../ui/cx';
import { Icon } from '../../../ui/Icon';

interface Props {
  readonly name: StationName;
  readonly printer: StationPrinter;
  readonly timeZone: string;
}

/** How one station's printing stands. */
export function StationLine({ name, printer, timeZone }: Props) {
  const { t } = useTranslation(['slips', 'common']);
  const { way, health, waitingJobs, lastSentAt } = printer;
  const trouble = isInTrouble(printer);
  return (
    <li
      data-testid={`desk-printer-${name}`}
      data-health={health}
      className={cx(
        'flex items-start gap-3 rounded-control px-4 py-3',
        trouble ? 'bg-danger-soft text-danger' : 'bg-sunken',
      )}
    >
      <Icon name={trouble ? 'warn' : 'printer'} className="mt-0.5 size-5" />
      <div className="min-w-0">
        <h3 className="font-bold">{t(`station.${name}`)}</h3>
        <p className="wrap-anywhere">
          {printer.name ?? t(way === 'none' ? 'noSlips' : 'savedAsPdf')}
          {printer.name !== null && ` · ${t(`health.${health}`)}`}
        </p>
        <p className="text-small">
          {[
            ...(waitingJobs > 0 ? [t('waiting', { count: waitingJobs })] : []),
            lastSentAt === null
              ? t('noneYet')
              : t('lastSent', { time: momentText(lastSentAt, timeZone, clinicNow()) }),
          ].join(' · ')}
        </p>
        {printer.name === null && way !== 'none' && <FolderLine folder={`${name}Slips`} />}
      </div>
    </li>
  );
}
