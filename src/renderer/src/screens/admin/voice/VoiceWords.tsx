import { useTranslation } from 'react-i18next';
import type { VoiceSettings } from '../../../../../shared/model/board-settings';
import { languageFacts, languages } from '../../../i18n/languages';
import { save } from '../../../parts/settings/save';
import { SelectField } from '../../../ui/SelectField';
import { SettingGroup } from '../../../ui/Setting';

const NONE = 'none';
const times = { 1: 'once', 2: 'twice', 3: 'thrice' } as const;

/** In which languages, in which order, how often. */
export function VoiceWords({ voice }: { readonly voice: VoiceSettings }) {
  const { t } = useTranslation('voice');
  const [first = 'en', second] = voice.languages;
  const choices = languages.map((key) => ({ key, text: languageFacts[key].name }));

  function change(place: 'first' | 'second', key: string): void {
    const chosen = languages.find((one) => one === key);
    if (place === 'second') {
      void save({ voice: { languages: chosen === undefined ? [first] : [first, chosen] } });
    } else if (chosen !== undefined) {
      // Choosing the second for the first swaps them.
      const other = chosen === second ? first : second;
      void save({ voice: { languages: other === undefined ? [chosen] : [chosen, other] } });
    }
  }

  return (
    <SettingGroup title={t('said')} text={t('timesText')}>
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-3">
        <SelectField
          label={t('first')}
          value={first}
          choices={choices}
          testId="voice-first"
          onChange={(key) => change('first', key)}
        />
        <SelectField
          label={t('second')}
          value={second ?? NONE}
          choices={[{ key: NONE, text: t('none') }, ...choices.filter(({ key }) => key !== first)]}
          testId="voice-second"
          onChange={(key) => change('second', key)}
        />
        <SelectField
          label={t('times')}
          value={String(voice.times)}
          choices={Object.entries(times).map(([key, name]) => ({ key, text: t(name) }))}
          testId="voice-times"
          onChange={(key) => void save({ voice: { times: Number(key) } })}
        />
      </div>
    </SettingGroup>
  );
}
