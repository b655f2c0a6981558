import { type Language, languages, staffLanguages } from '../../../shared/model/language';

export { type Language, languages, staffLanguages };

interface LanguageFacts {
  /** As its own readers write it. */
  readonly name: string;
  /**
   * For Intl. Digits are Latin in every language, in numbers, dates and clock times alike, so that what is
   * read agrees with the token number on the slip, on the board and on the door, which is never transcribed.
   */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
}

export const languageFacts: Readonly<Record<Language, LanguageFacts>> = {
  en: { name: 'English', locale: 'en-IN-u-nu-latn', direction: 'ltr' },
  hi: { name: 'हिन्दी', locale: 'hi-IN-u-nu-latn', direction: 'ltr' },
  ta: { name: 'தமிழ்', locale: 'ta-IN-u-nu-latn', direction: 'ltr' },
  // Of the Emirates, not of Saudi Arabia: the Gregorian calendar.
  ar: { name: 'العربية', locale: 'ar-AE-u-nu-latn', direction: 'rtl' },
};

export function isLanguage(text: string | null): text is Language {
  return languages.some((language) => language === text);
}
