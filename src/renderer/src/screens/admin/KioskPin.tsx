import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { kioskPinSchema } from '../../../../shared/model/kiosk-pin';
import { call, subscribe } from '../../api/client';
import { Icon } from '../../ui/Icon';
import { Notice } from '../../ui/Notice';
import { SettingGroup, SettingText } from '../../ui/Setting';
import { say, sayError } from '../../ui/toasts';

/** The PIN by which staff leave the kiosk and the board: it can be changed, and never be looked at. */
export function KioskPin() {
  const { t } = useTranslation('admin');
  const isFactory = useIsFactory();

  async function save(pin: string): Promise<void> {
    const answer = await call('kiosk.changePin', { pin });
    if (answer.ok) say(t('clinic.pinSaved'));
    else sayError(answer.error);
  }

  return (
    <SettingGroup title={t('clinic.kiosk')}>
      {isFactory === true && (
        <Notice
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
          typed.trim() === '' || kioskPinSchema.safeParse(typed.trim()).success
            ? null
            : t('clinic.pinProblem')
        }
        onSave={(typed) => {
          if (typed.trim() !== '') void save(typed.trim());
        }}
      />
    </SettingGroup>
  );
}

/** Null: not known yet. */
function useIsFactory(): boolean | null {
  const [isFactory, setIsFactory] = useState<boolean | null>(null);
  useEffect(() => {
    const ask = (): void => {
      void call('kiosk.pin', {}).then((answer) => {
        if (answer.ok) setIsFactory(answer.value.isFactory);
      });
    };
    ask();
    return subscribe(({ type }) => {
      if (type === 'everythingChanged') ask();
    });
  }, []);
  return isFactory;
}
