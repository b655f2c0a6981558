import { useTranslation } from 'react-i18next';
import { staffLanguages } from '../../i18n/languages';
import { chooseStaffLanguage } from '../../i18n/staffLanguage';
import { LanguageSwitch } from '../../parts/LanguageSwitch';

/** English or Hindi for every staff window of this computer. */
export function StaffLanguageSwitch() {
  const { t } = useTranslation('home');
  return (
    <LanguageSwitch
      label={t('language')}
      languages={staffLanguages}
      testId="home-language"
      onChoose={chooseStaffLanguage}
      className="flex w-fit rounded-control border border-ticket-soft/50 p-0.5"
      choiceClassName="px-3 py-1 text-small data-selected:bg-on-ticket data-selected:text-ticket"
    />
  );
}
