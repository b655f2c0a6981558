import { useEffect, useState } from 'react';
import { i18n } from '../../i18n';
import { languageFacts, languages } from '../../i18n/languages';
import { awaitFonts } from '../../ui/fontFamilies';

/** Whether each language can be read in its own script: until then the start would show boxes in place of letters. */
export function useLanguageNames(): boolean {
  const [readable, setReadable] = useState(false);
  useEffect(() => {
    void awaitFonts(firstTexts()).then(() => setReadable(true));
  }, []);
  return readable;
}

/** What is said in all languages before one is chosen. */
function firstTexts(): string {
  const own = languages.map((language) => {
    const t = i18n.getFixedT(language, 'kiosk');
    const texts = [t('chooseLanguage'), t('begin'), t('askStaff'), t('closed.title'), t('none.title')];
    return [languageFacts[language].name, ...texts].join(' ');
  });
  return own.join(' ');
}
