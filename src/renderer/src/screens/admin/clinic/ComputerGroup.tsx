import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ComputerChange, stationKinds } from '../../../../../shared/model/computer';
import { useCall } from '../../../data/query';
import { useCommand } from '../../../data/useCommand';
import { i18n } from '../../../i18n';
import { ReceptionDialog } from '../../../parts/computer/ReceptionDialog';
import { Alert } from '../../../ui/Alert';
import { Button } from '../../../ui/Button';
import { RadioRows } from '../../../ui/RadioRows';
import { SettingGroup, SettingSwitch } from '../../../ui/Setting';

/** What this computer is for, and does by itself in the morning; nothing where somebody sits elsewhere. */
export function ComputerGroup() {
  const { t } = useTranslation('computer');
  const computer = useCall('computer.read', {}).value ?? null;
  const { runBare } = useCommand();
  const [isChoosing, chooseOther] = useState(false);
  if (computer === null) return null;
  const change = (wish: ComputerChange, said: string): void =>
    void runBare('computer.change', wish, { done: () => said });
  const saved = i18n.t('admin:saved');
  return (
    <SettingGroup title={t('title')}>
      <div className="flex flex-col gap-2">
        <p className="font-semibold">{t('station')}</p>
        {computer.stationIsGiven && (
          <Alert
            tone="info"
            title={t('stationGiven', { station: computer.station })}
            testId="admin-computer-given"
          />
        )}
        <RadioRows
          label={t('station')}
          value={computer.station}
          rows={stationKinds.map((key) => ({
            key,
            text: t(`stations.${key}`),
            note: t(`stationText.${key}`),
            testId: `admin-computer-${key}`,
          }))}
          onChange={(key) => {
            const station = stationKinds.find((one) => one === key);
            if (station !== undefined) change({ station }, t('nextStart'));
          }}
        />
      </div>
      <div className="flex flex-col items-start gap-2">
        <p className="font-semibold">{t('other.title')}</p>
        <p className="text-small text-pretty text-ink-soft" data-testid="admin-computer-data">
          {computer.reception === null ? t('other.here') : t('other.there', { address: computer.reception })}
        </p>
        {computer.reception === null ? (
          <Button onPress={() => chooseOther(true)} data-testid="admin-computer-other">
            {t('other.choose')}
          </Button>
        ) : (
          <Button onPress={() => change({ reception: null }, t('other.starts'))}>
            {t('other.chooseHere')}
          </Button>
        )}
        {isChoosing && <ReceptionDialog onClose={() => chooseOther(false)} />}
      </div>
      <SettingSwitch
        label={t('startsWithSystem')}
        text={t('startsWithSystemText')}
        value={computer.startsWithSystem}
        testId="admin-computer-with-system"
        onChange={(startsWithSystem) => change({ startsWithSystem }, saved)}
      />
      {computer.station === 'reception' && (
        <SettingSwitch
          label={t('comesBack')}
          text={t('comesBackText')}
          value={computer.comesBack}
          testId="admin-computer-comes-back"
          onChange={(comesBack) => change({ comesBack }, saved)}
        />
      )}
    </SettingGroup>
  );
}
