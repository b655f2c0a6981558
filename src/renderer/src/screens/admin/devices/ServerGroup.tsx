import { useTranslation } from 'react-i18next';
import type { NetworkState } from '../../../../../shared/model/device';
import { hostLabelSchema, type NetworkSettings } from '../../../../../shared/model/network-settings';
import { save } from '../../../parts/settings/save';
import { SettingGroup, SettingText } from '../../../ui/Setting';

interface Props {
  readonly settings: NetworkSettings;
  /** The name as it is now; null: none is announced. */
  readonly named: NetworkState['named'];
}

/** What only whoever looks after the clinic's network needs. */
export function ServerGroup({ settings, named }: Props) {
  const { t } = useTranslation(['devices', 'common']);
  return (
    <SettingGroup title={t('expert.title')} text={t('expert.text')}>
      <SettingText
        label={t('expert.name')}
        text={t('expert.nameText')}
        value={settings.hostName}
        placeholder={named?.wanted.replace(/\.local$/, '')}
        testId="devices-name"
        problem={(typed) =>
          typed.trim() === '' || hostLabelSchema.safeParse(typed).success ? null : t('expert.nameProblem')
        }
        onSave={(hostName) => void save({ network: { hostName } })}
      />
      <SettingText
        label={t('expert.port')}
        value={String(settings.port)}
        inputMode="numeric"
        testId="devices-port"
        className="max-w-80"
        problem={(typed) => (isPort(typed) ? null : t('expert.portProblem'))}
        onSave={(typed) => void save({ network: { port: Number(typed) } })}
      />
      <SettingText
        label={t('expert.certificate')}
        text={t('expert.certificateText')}
        value={settings.certificatePath}
        testId="devices-certificate"
        onSave={(certificatePath) => void save({ network: { certificatePath } })}
      />
      <SettingText
        label={t('expert.key')}
        value={settings.keyPath}
        testId="devices-key"
        onSave={(keyPath) => void save({ network: { keyPath } })}
      />
    </SettingGroup>
  );
}

function isPort(typed: string): boolean {
  const port = Number(typed);
  return /^\d+$/.test(typed.trim()) && port >= 1024 && port <= 65_535;
}
