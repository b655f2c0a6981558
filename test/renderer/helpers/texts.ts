import type { Language } from '../../../src/renderer/src/i18n/languages';
import { ar } from '../../../src/renderer/src/i18n/locales/ar';
import { en } from '../../../src/renderer/src/i18n/locales/en';
import { hi } from '../../../src/renderer/src/i18n/locales/hi';
import { ta } from '../../../src/renderer/src/i18n/locales/ta';

type Tree = { readonly [key: string]: string | Tree };
type Texts = ReadonlyMap<string, string>;

/** `kiosk:need.title` → text, for all namespaces of a language. */
function flatten(namespaces: Tree): Texts {
  const texts = new Map<string, string>();
  const add = (tree: Tree, prefix: string, separator: string): void => {
    for (const [key, value] of Object.entries(tree)) {
      const path = prefix === '' ? key : `${prefix}${separator}${key}`;
      if (typeof value === 'string') texts.set(path, value);
      else add(value, path, prefix === '' ? ':' : '.');
    }
  };
  add(namespaces, '', ':');
  return texts;
}

export const texts: Readonly<Record<Language, Texts>> = {
  en: flatten(en),
  hi: flatten(hi),
  ta: flatten(ta),
  ar: flatten(ar),
};

/** For patients, who read any of the four; the rest is for staff. */
const patientNamespaces = ['common', 'kiosk', 'slip', 'board', 'announcement', 'pair', 'message'];

export function needs(language: Language, key: string): boolean {
  if (language === 'en' || language === 'hi') return true;
  return patientNamespaces.some((namespace) => key.startsWith(`${namespace}:`));
}

const forms = /_(zero|one|two|few|many|other)$/;

/** The key that screens ask for: without its plural form. */
export function base(key: string): string {
  return key.replace(forms, '');
}

export function pluralForm(key: string): string | null {
  return forms.exec(key)?.[1] ?? null;
}

/** The names between double braces. */
export function variables(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();
}
