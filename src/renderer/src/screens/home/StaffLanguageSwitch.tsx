import { Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n';
import { languageFacts, staffLanguages } from '../../i18n/languages';
import { chooseStaffLanguage } from '../../i18n/staffLanguage';

/** English or Hindi for every staff window of this computer. Each by its own name, so that it is found again. */
export function StaffLanguageSwitch() {
  const { t } = useTranslation('home');
  function choose(chosen: string): void {
    const language = staffLanguages.find((one) => one === chosen);
    if (language !== undefined) chooseStaffLanguage(language);
  }
  return (
    <RadioGroup
      aria-label={t('language')}
      orientation="horizontal"
      value={currentLanguage()}
      onChange={choose}
      className="flex w-fit rounded-control border border-ticket-soft/50 p-0.5"
    >
      {staffLanguages.map((language) => (
        <Radio
          key={language}
          value={language}
          lang={language}
          data-testid={`home-language-${language}`}
          className="cursor-pointer rounded-small px-3 py-1 text-small font-semibold data-selected:bg-on-ticket data-selected:text-ticket"
        >
          {languageFacts[language].name}
        </Radio>
      ))}
    </RadioGroup>
  );
}
