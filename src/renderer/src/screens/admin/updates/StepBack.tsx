import { useTranslation } from 'react-i18next';
import type { UpdateStatus } from '../../../../../shared/model/updates';
import { SettingGroup } from '../../../ui/Setting';
import { InstallButton } from './InstallButton';

/** To the version before: what it takes along, and what it does not. */
export function StepBack({ status }: { readonly status: UpdateStatus }) {
  const { t } = useTranslation('updates');
  const { before } = status;
  return (
    <SettingGroup title={t('back.title')} text={t('back.text')}>
      {before === null ? (
        <p className="text-small text-pretty text-ink-soft">{t('back.none')}</p>
      ) : (
        <InstallButton status={status} installer={before} which="before" />
      )}
    </SettingGroup>
  );
}
