import { useTranslation } from 'react-i18next';
import { save } from '../../parts/settings/save';
import { VoiceTest } from '../../parts/voice/VoiceTest';
import { SettingGroup, SettingSwitch } from '../../ui/Setting';
import { SettingSlider } from '../../ui/SettingSlider';
import type { SectionProps } from './section';
import { QuietHours } from './voice/QuietHours';
import { Recordings } from './voice/Recordings';
import { VoiceSource } from './voice/VoiceSource';
import { VoiceWords } from './voice/VoiceWords';

/** How the waiting room is spoken to. */
export function VoiceSection({ settings: { voice } }: SectionProps) {
  const { t } = useTranslation('voice');
  return (
    <>
      <SettingGroup title={t('title')} text={t('text')}>
        <SettingSwitch
          label={t('on')}
          text={t('onText')}
          value={!voice.muted}
          testId="voice-on"
          onChange={(on) => void save({ voice: { muted: !on } })}
        />
        <SettingSlider
          label={t('volume')}
          value={voice.volume}
          testId="voice-volume"
          onChange={(volume) => void save({ voice: { volume } })}
        />
        <VoiceTest voice={voice} />
      </SettingGroup>
      <VoiceWords voice={voice} />
      <QuietHours voice={voice} />
      <VoiceSource voice={voice} />
      <Recordings />
    </>
  );
}
