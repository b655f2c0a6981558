import { useTranslation } from 'react-i18next';
import { pinSchema } from '../../../../shared/model/pin';
import { useCall } from '../../data/query';
import { useCommand } from '../../data/useCommand';
import { i18n } from '../../i18n';
import { Alert } from '../../ui/Alert';
import { Icon } from '../../ui/Icon';
import { SettingGroup, SettingText } from '../../ui/Setting';

/** The PIN by which staff leave the kiosk and the board: it can be changed, and never be looked at. */
export function KioskPin() {
  const { t } = useTranslation('admin');
  const isFactory = useCall('kiosk.pin', {}).value?.isFactory;
  const { runBare } = useCommand();

  return (
    <SettingGroup title={t('clinic.kiosk')}>
      {isFactory === true && (
        <Alert
          tone="warn"
          title={t('clinic.pinFactory')}
          text={t('clinic.pinFactoryText')}
          testId="admin-clinic-pin-factory"
        />
      )}
      {isFactory === false && (
        <p data-testid="admin-clinic-pin-own" className="flex items-center gap-2 font-semibold">
          <Icon name="check" className="text-success" />
          {t('clinic.pinOwn')}
        </p>
      )}
      <SettingText
        label={t('clinic.pin')}
        text={t('clinic.pinText')}
        value=""
        testId="admin-clinic-pin"
        inputMode="numeric"
        className="max-w-80"
        problem={(typed) =>
          typed.trim() === '' || pinSchema.safeParse(typed.trim()).success ? null : t('clinic.pinProblem')
        }
        onSave={(typed) => {
          if (typed.trim() === '') return;
          void runBare(
            'kiosk.changePin',
            { pin: typed.trim() },
            { done: () => i18n.t('admin:clinic.pinSaved') },
          );
        }}
      />
    </SettingGroup>
  );
}
