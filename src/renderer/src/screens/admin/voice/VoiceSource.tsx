import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { VoiceSettings } from '../../../../../shared/model/board-settings';
import { languageFacts } from '../../../i18n/languages';
import { save } from '../../../parts/settings/save';
import { Alert } from '../../../ui/Alert';
import { RadioRows } from '../../../ui/RadioRows';
import { SettingGroup } from '../../../ui/Setting';
import { hasSystemVoice, whenVoicesChange } from '../../../voice/system-voices';

/** The app's clips, or this computer's own voices where it has them. */
export function VoiceSource({ voice }: { readonly voice: VoiceSettings }) {
  const { t } = useTranslation('voice');
  const voiceless = useSyncExternalStore(whenVoicesChange, () =>
    voice.languages
      .filter((language) => !hasSystemVoice(language))
      .map((language) => languageFacts[language].name)
      .join(', '),
  );
  return (
    <SettingGroup title={t('source')}>
      <RadioRows
        label={t('source')}
        value={voice.source}
        rows={[
          { key: 'clips', text: t('clips'), note: t('clipsText'), testId: 'voice-source-clips' },
          { key: 'system', text: t('system'), note: t('systemText'), testId: 'voice-source-system' },
        ]}
        onChange={(key) => void save({ voice: { source: key === 'system' ? 'system' : 'clips' } })}
      />
      {voice.source === 'system' && voiceless !== '' && (
        <Alert
          tone="warn"
          title={t('noSystemVoice', { language: voiceless })}
          text={t('noSystemVoiceText')}
          testId="voice-no-system"
        />
      )}
    </SettingGroup>
  );
}
