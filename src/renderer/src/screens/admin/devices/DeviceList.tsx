import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { canChooseDoctors, type Device } from '../../../../../shared/model/device';
import { clinicNow } from '../../../data/clock';
import { useTimeZone } from '../../../data/status';
import { useSummaries } from '../../../data/summaries';
import { useCommand } from '../../../data/useCommand';
import { i18n } from '../../../i18n';
import { dateTimeText, momentText } from '../../../i18n/format';
import { ShownDoctors } from '../../../parts/shown/ShownDoctors';
import { Button } from '../../../ui/Button';
import { ConfirmDialog } from '../../../ui/ConfirmDialog';
import { Icon } from '../../../ui/Icon';
import { Spinner } from '../../../ui/Spinner';
import { DeviceName } from './DeviceName';
import { deviceIcons } from './looks';

/** Every device that may come in, then those that may not any more. */
export function DeviceList({ devices }: { readonly devices: readonly Device[] | null }) {
  const { t } = useTranslation(['devices', 'common']);
  const { runBare } = useCommand();
  const [removing, setRemoving] = useState<Device | null>(null);
  if (devices === null) return <Spinner />;
  const paired = devices.filter(({ revokedAt }) => revokedAt === null);
  const removed = devices.filter(({ revokedAt }) => revokedAt !== null);
  return (
    <>
      {paired.length === 0 ? (
        <p className="text-ink-soft" data-testid="devices-none">
          {t('list.none')}
        </p>
      ) : (
        <ul className="flex flex-col divide-y divide-line" data-testid="devices-list">
          {paired.map((device) => (
            <PairedDevice key={device.id} device={device} onRemove={() => setRemoving(device)} />
          ))}
        </ul>
      )}
      {removed.length > 0 && (
        <details data-testid="devices-removed">
          <summary className="cursor-pointer font-semibold text-ink-soft">
            {t('list.removed', { count: removed.length })}
          </summary>
          <ul className="mt-2 flex flex-col gap-1 text-small text-ink-soft">
            {removed.map((device) => (
              <RemovedDevice key={device.id} device={device} />
            ))}
          </ul>
        </details>
      )}
      {removing !== null && (
        <ConfirmDialog
          title={t('remove.title', { name: removing.name })}
          text={t('remove.text')}
          yes={t('remove.yes')}
          no={t('remove.no')}
          onNo={() => setRemoving(null)}
          onYes={() => {
            setRemoving(null);
            const done = (): string => i18n.t('devices:remove.done', { name: removing.name });
            void runBare('devices.revoke', { deviceId: removing.id }, { done });
          }}
        />
      )}
    </>
  );
}

function PairedDevice({ device, onRemove }: { readonly device: Device; readonly onRemove: () => void }) {
  const { t } = useTranslation(['devices', 'common']);
  const timeZone = useTimeZone();
  const { runBare } = useCommand();
  const doctor = useSummaries()?.find((one) => one.doctor.id === device.doctorId);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3" data-testid="device">
      <Icon name={deviceIcons[device.role]} className="size-7 text-accent" />
      <div className="flex min-w-48 grow flex-col">
        <DeviceName device={device} />
        <span className="text-small text-ink-soft">
          {t(`role.${device.role}`)}
          {doctor !== undefined && (
            <>
              {' · '}
              <bdi>{doctor.doctor.name}</bdi>
            </>
          )}
        </span>
      </div>
      {canChooseDoctors(device.role) && (
        <ShownDoctors
          small
          chosen={device.shows}
          testId="device-doctors"
          onChoose={(shows) =>
            void runBare('devices.chooseDoctors', { deviceId: device.id, shows: [...shows] })
          }
        />
      )}
      <span className="text-small text-ink-soft">
        {device.lastSeenAt === null
          ? t('list.neverSeen')
          : t('list.seen', { time: momentText(device.lastSeenAt, timeZone, clinicNow()) })}
      </span>
      <Button size="small" onPress={onRemove} data-testid="device-remove">
        {t('remove.button')}
      </Button>
    </li>
  );
}

function RemovedDevice({ device }: { readonly device: Device }) {
  const { t } = useTranslation(['devices', 'common']);
  const timeZone = useTimeZone();
  const time = dateTimeText(device.revokedAt ?? device.createdAt, timeZone);
  return (
    <li>
      <bdi className="font-semibold">{device.name}</bdi> · {t(`role.${device.role}`)} ·{' '}
      {t('list.removedAt', { time })}
    </li>
  );
}
