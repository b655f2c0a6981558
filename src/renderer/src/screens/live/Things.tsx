import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveView } from '../../../../shared/model/live';
import type { StationPrinter } from '../../../../shared/model/print-job';
import { isInTrouble, slipsToSeeTo } from '../../../../shared/model/printers-status';
import { momentText, timeText } from '../../i18n/format';
import { megabytesText } from '../../parts/live/alarmText';
import { Card } from '../../ui/Card';
import { cx } from '../../ui/cx';
import { Icon, type IconName } from '../../ui/Icon';

const MEGABYTE = 1_000_000;

/** What the morning depends on: printers, the disk, the backup, and the devices that were there today. */
export function Things({ view }: { readonly view: LiveView }) {
  const { t } = useTranslation(['live', 'slips', 'backups', 'desk', 'devices']);
  const { status, devices, freeBytes, timeZone, now } = view;
  const { lastBackupAt, backupWarning } = status;
  const free = freeBytes === null ? t('diskUnknown') : megabytesText(Math.floor(freeBytes / MEGABYTE));
  const backup =
    backupWarning !== null
      ? t(`backups:warning.${backupWarning}`)
      : lastBackupAt === null
        ? t('desk:station.noBackupShort')
        : momentText(lastBackupAt, timeZone, now);
  return (
    <Card title={t('things')} className="shrink-0">
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,17rem),1fr))] gap-x-6 px-4 pb-3">
        {(['desk', 'kiosk'] as const).map((station) => (
          <Thing
            key={station}
            icon="printer"
            name={t(`printer.${station}`)}
            isWrong={isInTrouble(status.printers[station]) || slipsToSeeTo(status.printers[station]) > 0}
          >
            {printerText(status.printers[station])}
          </Thing>
        ))}
        <Thing icon="folder" name={t('backup')} isWrong={backupWarning !== null}>
          {backup}
        </Thing>
        <Thing icon="info" name={t('disk')} isWrong={false}>
          {free}
        </Thing>
        {devices.map(({ id, name, role, lastSeenAt, silent }) => (
          <Thing key={id} icon="globe" name={`${name} (${t(`devices:role.${role}`)})`} isWrong={silent}>
            {silent && lastSeenAt !== null
              ? t('device.silent', { time: timeText(lastSeenAt, timeZone) })
              : t('device.there')}
          </Thing>
        ))}
      </ul>
    </Card>
  );

  function printerText(printer: StationPrinter): string {
    const missing = slipsToSeeTo(printer);
    if (missing > 0) return t('slips:seeTo', { count: missing });
    if (printer.way === 'none') return t('slips:noSlipsShort');
    if (printer.health === 'none') return t('slips:pdfShort');
    return t(`slips:health.${printer.health}`);
  }
}

interface ThingProps {
  readonly icon: IconName;
  readonly name: string;
  readonly isWrong: boolean;
  readonly children: ReactNode;
}

function Thing({ icon, name, isWrong, children }: ThingProps) {
  return (
    <li className="flex min-w-0 items-start gap-2 py-1.5 text-small">
      <Icon
        name={isWrong ? 'warn' : icon}
        className={cx('mt-0.5 size-5 shrink-0', isWrong ? 'text-danger' : 'text-ink-faint')}
      />
      <span className="min-w-0">
        <bdi className="block text-ink-soft">{name}</bdi>
        <span className={cx('figures block font-semibold', isWrong && 'text-danger')}>{children}</span>
      </span>
    </li>
  );
}
