import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, languageFacts } from './languages';
import { ar } from './locales/ar';
import { en } from './locales/en';
import { hi } from './locales/hi';
import { ta } from './locales/ta';

declare module 'i18next' {
  /** Keys and their values come from the English texts: a key that is not there does not compile. */
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof en;
    strictInterpolationChecks: true;
  }
}

/**
 * All texts of the interface. In a component use `useTranslation(['kiosk', 'common'])`, so that it is rendered
 * anew when the language changes; elsewhere `i18n.t('common:loading')`.
 */
export const i18n = createInstance();

void i18n.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  ns: Object.keys(en),
  defaultNS: 'common',
  resources: { en, hi, ta, ar },
  // The texts are in the bundle, so nothing is ever awaited.
  initAsync: false,
  // React escapes.
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
});

export function currentLanguage(): Language {
  return i18n.language as Language;
}

/** Changes every text of this window at once, and the reading direction with it. */
export function setLanguage(language: Language): void {
  void i18n.changeLanguage(language);
  const { documentElement } = document;
  documentElement.lang = language;
  documentElement.dir = languageFacts[language].direction;
}
