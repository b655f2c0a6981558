import { useTranslation } from 'react-i18next';
import { useCall } from '../../data/query';
import { useCommand } from '../../data/useCommand';
import { i18n } from '../../i18n';
import { pinProblem } from '../../parts/people/pinProblem';
import { Alert } from '../../ui/Alert';
import { Icon } from '../../ui/Icon';
import { SettingGroup, SettingText } from '../../ui/Setting';

/** The PIN by which staff leave the kiosk and the board: it can be changed, and never be looked at. */
export function KioskPin() {
  const { t } = useTranslation(['admin', 'people']);
  const pin = useCall('kiosk.pin', {}).value;
  const { runBare } = useCommand();

  return (
    <SettingGroup title={t('clinic.kiosk')}>
      {pin?.asks === 'person' && (
        <Alert
          tone="info"
          title={t('people:door.byPerson')}
          text={t('people:door.byPersonText')}
          testId="admin-clinic-pin-person"
        />
      )}
      {pin?.isSet === false && pin.asks !== 'person' && (
        <Alert
          tone="warn"
          title={t('clinic.pinMissing')}
          text={t('clinic.pinMissingText')}
          testId="admin-clinic-pin-missing"
        />
      )}
      {pin?.isSet === true && (
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
        problem={(typed) => (typed.trim() === '' ? null : pinProblem(typed.trim()))}
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
