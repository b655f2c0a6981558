import { Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { currentLanguage, setLanguage } from '../../i18n';
import { languageFacts, languages } from '../../i18n/languages';

/** Each language by its own name, so that it is found by whoever reads no other. */
export function PairLanguages() {
  const { t } = useTranslation('pair');
  function choose(chosen: string): void {
    const language = languages.find((one) => one === chosen);
    if (language !== undefined) setLanguage(language);
  }
  return (
    <RadioGroup
      aria-label={t('language')}
      orientation="horizontal"
      value={currentLanguage()}
      onChange={choose}
      className="flex flex-wrap gap-1 rounded-control border border-line-strong bg-surface p-1"
    >
      {languages.map((language) => (
        <Radio
          key={language}
          value={language}
          lang={language}
          data-testid={`pair-language-${language}`}
          className="cursor-pointer rounded-small px-3.5 py-2 font-semibold data-selected:bg-accent data-selected:text-on-accent"
        >
          {languageFacts[language].name}
        </Radio>
      ))}
    </RadioGroup>
  );
}
