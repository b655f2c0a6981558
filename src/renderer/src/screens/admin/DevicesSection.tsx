import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../data/query';
import { Button } from '../../ui/Button';
import { SettingGroup } from '../../ui/Setting';
import { DeviceList } from './devices/DeviceList';
import { NetworkGroup } from './devices/NetworkGroup';
import { PairDialog } from './devices/PairDialog';
import { ServerGroup } from './devices/ServerGroup';
import type { SectionProps } from './section';

/** Other PCs, tablets and programs: whether they may reach this one, and which of them may. */
export function DevicesSection({ settings: { network } }: SectionProps) {
  const { t } = useTranslation(['devices', 'common']);
  const devices = useCall('devices.list', {}).value ?? null;
  const server = useCall('devices.network', {}).value ?? null;
  const [pairing, setPairing] = useState(false);
  const ready = server?.state === 'on';
  return (
    <>
      <NetworkGroup settings={network} server={server} />
      <SettingGroup title={t('list.title')} text={t('list.text')}>
        <div className="flex flex-wrap items-center gap-3">
          <Button
            tone="primary"
            icon="touch"
            isDisabled={!ready}
            onPress={() => setPairing(true)}
            data-testid="devices-pair"
          >
            {t('pair.button')}
          </Button>
          {server?.state === 'off' && <p className="text-small text-ink-soft">{t('pair.firstTurnOn')}</p>}
        </div>
        <DeviceList devices={devices} />
      </SettingGroup>
      <ServerGroup settings={network} named={server?.named ?? null} />
      {pairing && <PairDialog onClose={() => setPairing(false)} />}
    </>
  );
}
