import { useTranslation } from 'react-i18next';
import { useCall } from '../../../data/query';
import { useCommand } from '../../../data/useCommand';
import { i18n } from '../../../i18n';
import { SettingGroup, SettingSwitch } from '../../../ui/Setting';

/** What this computer does by itself in the morning; nothing where somebody sits elsewhere. */
export function ComputerGroup() {
  const { t } = useTranslation('computer');
  const computer = useCall('computer.read', {}).value ?? null;
  const { runBare } = useCommand();
  if (computer === null) return null;
  return (
    <SettingGroup title={t('title')}>
      <SettingSwitch
        label={t('comesBack')}
        text={t('comesBackText')}
        value={computer.comesBack}
        testId="admin-computer-comes-back"
        onChange={(comesBack) =>
          void runBare('computer.change', { comesBack }, { done: () => i18n.t('admin:saved') })
        }
      />
    </SettingGroup>
  );
}
