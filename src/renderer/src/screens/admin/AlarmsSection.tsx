import { useTranslation } from 'react-i18next';
import { type AlarmKind, alarmKinds } from '../../../../shared/model/alarm';
import { type AlarmSettings, alarmLimits, quietLimits } from '../../../../shared/model/alarm-settings';
import { useCommand } from '../../data/useCommand';
import { save } from '../../parts/settings/save';
import { Button } from '../../ui/Button';
import { SettingGroup, SettingSwitch, SettingText } from '../../ui/Setting';
import type { SectionProps } from './section';

const units = {
  wait: 'minutes',
  idle: 'minutes',
  printer: 'slips',
  crowd: 'people',
  overrun: 'minutes',
  silence: 'minutes',
  disk: 'megabytes',
} as const;

/** When the live page and the desk ring. */
export function AlarmsSection({ settings: { alarms } }: SectionProps) {
  const { t } = useTranslation('live');
  const { runBare } = useCommand();
  return (
    <SettingGroup title={t('settings.title')} text={t('settings.text')}>
      <Button
        icon="clock"
        className="self-start"
        data-testid="admin-live-open"
        onPress={() => void runBare('windows.open', { screen: 'live' })}
      >
        {t('settings.open')}
      </Button>
      {alarmKinds.map((kind) => (
        <Kind key={kind} kind={kind} alarms={alarms} />
      ))}
    </SettingGroup>
  );
}

interface KindProps {
  readonly kind: AlarmKind;
  readonly alarms: AlarmSettings;
}

/** Whether one kind rings, from when on, and how long it is quiet then. */
function Kind({ kind, alarms }: KindProps) {
  const { t } = useTranslation('live');
  const { on, quietMinutes } = alarms[kind];
  const change = (what: Partial<AlarmSettings['wait']>): void =>
    void save({ alarms: { [kind]: { ...alarms[kind], ...what } } });
  return (
    <div className="flex flex-col gap-3 border-t border-line pt-4">
      <SettingSwitch
        label={t(`settings.kind.${kind}`)}
        text={t(`settings.kindText.${kind}`)}
        value={on}
        testId={`admin-alarm-${kind}`}
        onChange={(next) => change({ on: next })}
      />
      {on && (
        <div className="grid grid-cols-2 gap-4 ps-14">
          {kind !== 'backup' && (
            <Amount
              label={t('settings.limit')}
              unit={t(`settings.${units[kind]}`)}
              value={alarms[kind].limit}
              limits={alarmLimits[kind]}
              testId={`admin-alarm-${kind}-limit`}
              onSave={(limit) => change({ limit })}
            />
          )}
          <Amount
            label={t('settings.quiet')}
            unit={t('settings.minutes')}
            value={quietMinutes}
            limits={quietLimits}
            testId={`admin-alarm-${kind}-quiet`}
            onSave={(minutes) => change({ quietMinutes: minutes })}
          />
        </div>
      )}
    </div>
  );
}

interface AmountProps {
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  readonly limits: readonly [least: number, most: number];
  readonly testId: string;
  readonly onSave: (value: number) => void;
}

function Amount({ label, unit, value, limits: [least, most], testId, onSave }: AmountProps) {
  const { t } = useTranslation('live');
  return (
    <SettingText
      label={label}
      unit={unit}
      value={String(value)}
      inputMode="numeric"
      testId={testId}
      problem={(typed) => {
        const amount = Number(typed);
        const isRight = /^\d+$/.test(typed.trim()) && amount >= least && amount <= most;
        return isRight ? null : t('settings.problem', { least, most });
      }}
      onSave={(typed) => onSave(Number(typed))}
    />
  );
}
