import type { Language } from '../../../shared/model/language';
import { MINUTE } from '../../../shared/model/time';

/** As the slip writes them: Latin digits, like the number itself. */
const locales: Readonly<Record<Language, string>> = {
  en: 'en-IN-u-nu-latn',
  hi: 'hi-IN-u-nu-latn',
  ta: 'ta-IN-u-nu-latn',
  ar: 'ar-AE-u-nu-latn',
};

const made = new Map<string, Intl.DateTimeFormat>();
const clock: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit', hour12: true };

/** Making one costs far more than using it. */
function formatter(language: Language, timeZone: string, options: Intl.DateTimeFormatOptions) {
  const key = `${language} ${timeZone} ${options.weekday ?? ''}`;
  const known = made.get(key) ?? new Intl.DateTimeFormat(locales[language], { ...options, timeZone });
  made.set(key, known);
  return known;
}

/** `10:05 am`, by the clinic's clock. */
export function clockText(instant: number, timeZone: string, language: Language): string {
  return formatter(language, timeZone, clock).format(instant);
}

/** `9:00 – 10:00 am`: minutes of the service day. */
export function slotText(
  { startMinute, endMinute }: { readonly startMinute: number; readonly endMinute: number },
  language: Language,
): string {
  return formatter(language, 'UTC', clock).formatRange(startMinute * MINUTE, endMinute * MINUTE);
}

/** `Sunday, 22 November`. */
export function dayText(serviceDay: string, language: Language): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  return formatter(language, 'UTC', options).format(Date.parse(`${serviceDay}T12:00:00Z`));
}
