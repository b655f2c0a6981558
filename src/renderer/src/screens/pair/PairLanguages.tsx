import { useTranslation } from 'react-i18next';
import { setLanguage } from '../../i18n';
import { languages } from '../../i18n/languages';
import { LanguageSwitch } from '../../parts/LanguageSwitch';

/** Whoever pairs a device may read any of the four. */
export function PairLanguages() {
  const { t } = useTranslation('pair');
  return (
    <LanguageSwitch
      label={t('language')}
      languages={languages}
      testId="pair-language"
      onChoose={setLanguage}
      className="flex flex-wrap gap-1 rounded-control border border-line-strong bg-surface p-1"
      choiceClassName="px-3.5 py-2 data-selected:bg-accent data-selected:text-on-accent"
    />
  );
}
