import { decimalsOf } from '../../../shared/model/money';
import { currentLanguage } from '.';
import { type Language, languageFacts } from './languages';

const made = new Map<string, Intl.NumberFormat>();

/** `₹500.00`: from the smallest unit, in the language of the window unless told otherwise. */
export function moneyText(amount: number, currency: string, language: Language = currentLanguage()): string {
  const key = `${language} ${currency}`;
  const known = made.get(key);
  const format =
    known ?? new Intl.NumberFormat(languageFacts[language].locale, { style: 'currency', currency });
  if (known === undefined) made.set(key, format);
  return format.format(amount / 10 ** decimalsOf(currency));
}
