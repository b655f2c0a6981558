import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '.';
import { languageFacts } from './languages';

/** Tells react-aria the language: which way its arrow keys go, and what its calendars say. */
export function Localised({ children }: { readonly children: ReactNode }) {
  useTranslation();
  return <I18nProvider locale={languageFacts[currentLanguage()].locale}>{children}</I18nProvider>;
}
