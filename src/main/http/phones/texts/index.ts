import type { Language } from '../../../../shared/model/language';
import { ar } from './ar';
import { en, type PhoneText, type PhoneTexts } from './en';
import { hi } from './hi';
import { ta } from './ta';

export type { PhoneText } from './en';

export const phoneTexts: Readonly<Record<Language, PhoneTexts>> = { en, hi, ta, ar };

/** With its gaps filled. */
export function phoneText(
  language: Language,
  text: PhoneText,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return phoneTexts[language][text].replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));
}
