import { useTranslation } from 'react-i18next';
import type { VoiceSettings } from '../../../../../shared/model/board-settings';
import { clockText } from '../../../../../shared/model/time';
import { save } from '../../../parts/settings/save';
import { SettingGroup, SettingSwitch, SettingText } from '../../../ui/Setting';

const clockPattern = /^([01]?\d|2[0-3]):([0-5]\d)$/;

/** What most people take for the night, until the clinic says otherwise. */
const night = { quietFrom: 21 * 60, quietUntil: 7 * 60 };

/** When nothing is said, over midnight too. */
export function QuietHours({ voice }: { readonly voice: VoiceSettings }) {
  const { t } = useTranslation('voice');
  const { quietFrom, quietUntil } = voice;

  function problem(typed: string, other: number): string | null {
    const minute = minuteOf(typed);
    if (minute === null) return t('timeProblem');
    return minute === other ? t('sameProblem') : null;
  }

  return (
    <SettingGroup title={t('quiet')} text={t('quietText')}>
      <SettingSwitch
        label={t('quietOn')}
        value={quietFrom !== null && quietUntil !== null}
        testId="voice-quiet"
        onChange={(on) => void save({ voice: on ? night : { quietFrom: null, quietUntil: null } })}
      />
      {quietFrom !== null && quietUntil !== null && (
        <div className="flex gap-4">
          <SettingText
            label={t('from')}
            value={clockText(quietFrom)}
            testId="voice-quiet-from"
            className="w-56"
            problem={(typed) => problem(typed, quietUntil)}
            onSave={(typed) => void save({ voice: { quietFrom: minuteOf(typed) } })}
          />
          <SettingText
            label={t('until')}
            value={clockText(quietUntil)}
            testId="voice-quiet-until"
            className="w-56"
            problem={(typed) => problem(typed, quietFrom)}
            onSave={(typed) => void save({ voice: { quietUntil: minuteOf(typed) } })}
          />
        </div>
      )}
    </SettingGroup>
  );
}

/** `18:30` as a minute of the day; null: it is no time. */
function minuteOf(typed: string): number | null {
  const [, hours, minutes] = clockPattern.exec(typed.trim()) ?? [];
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes);
}
