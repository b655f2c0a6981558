import {
  STAFF_LANGUAGE_KEY as KEY,
  type Language,
  type StaffLanguage,
  staffLanguages,
} from '../../../shared/model/language';
import { currentLanguage, setLanguage } from '.';

/** The language staff chose on this computer; English until then. */
export function rememberedLanguage(): StaffLanguage {
  const remembered = localStorage.getItem(KEY);
  return staffLanguages.find((language) => language === remembered) ?? 'en';
}

/** Shows a staff window in the remembered language, and follows a change made in another window. */
export function followStaffLanguage(): void {
  setLanguage(rememberedLanguage());
  window.addEventListener('storage', (event) => {
    if (event.key === KEY) setLanguage(rememberedLanguage());
  });
}

/** For every staff window, now and after the next start. */
export function chooseStaffLanguage(language: Language): void {
  localStorage.setItem(KEY, language);
  if (currentLanguage() !== language) setLanguage(language);
}
