import { describe, expect, it } from 'vitest';
import { i18n } from '../../src/renderer/src/i18n';
import { dayText, slotText, timeText } from '../../src/renderer/src/i18n/format';
import { type Language, languageFacts, languages } from '../../src/renderer/src/i18n/languages';
import { waitText } from '../../src/renderer/src/i18n/waits';
import { base, needs, pluralForm, texts, variables } from './helpers/texts';
import { T0, waitOf } from './samples';

const others = languages.filter((language) => language !== 'en');
const english = [...texts.en.keys()];
const plurals = new Set(english.filter((key) => pluralForm(key) !== null).map(base));
/** Names, keys of the keyboard, and texts that are all numbers. */
const sameEverywhere = /^(OPD Tokens|Space|R|H|N|X|O|Del|PIN|Ctrl|Enter|Esc|Alt|Shift|Tab|F\d+|\?|K|Z)$/;
const ownScript: Record<Language, RegExp> = {
  en: /\p{Script=Latin}/u,
  hi: /\p{Script=Devanagari}/u,
  ta: /\p{Script=Tamil}/u,
  ar: /\p{Script=Arabic}/u,
};

describe.each(others)('%s', (language) => {
  const own = texts[language];
  const wanted = english.filter((key) => needs(language, key));

  it('has every text that it must have, and no other', () => {
    const bases = new Set([...own.keys()].map(base));
    expect(wanted.map(base).filter((key) => !bases.has(key))).toEqual([]);
    const known = new Set(english.map(base));
    expect([...bases].filter((key) => !known.has(key))).toEqual([]);
  });

  it('is translated', () => {
    const untranslated = [...own].filter(([, text]) => {
      const words = text.replace(/\{\{\w+\}\}/g, '').replace(/[^\p{L}]+/gu, '');
      return words !== '' && !sameEverywhere.test(text) && !ownScript[language].test(text);
    });
    expect(untranslated).toEqual([]);
  });

  it('keeps the variables of the English text', () => {
    const broken = [...own].filter(([key, text]) => {
      const model = texts.en.get(key) ?? texts.en.get(`${base(key)}_other`) ?? '';
      const dropped = variables(model).filter((name) => !variables(text).includes(name));
      const known = [...variables(model), ...(pluralForm(key) === null ? [] : ['count'])];
      const added = variables(text).filter((name) => !known.includes(name));
      // "One person" needs no digit.
      const allowed = pluralForm(key) === null ? [] : ['count'];
      return added.length > 0 || dropped.some((name) => !allowed.includes(name));
    });
    expect(broken).toEqual([]);
  });
});

describe.each(languages)('plurals in %s', (language) => {
  it('have each form of the language', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const missing = [...plurals]
      .filter((key) => needs(language, key))
      .flatMap((key) => {
        const zero = texts.en.has(`${key}_zero`) ? ['zero' as const] : [];
        return [...new Set([...forms, ...zero])].map((form) => `${key}_${form}`);
      })
      .filter((key) => !texts[language].has(key));
    expect(missing).toEqual([]);
  });

  it('are asked for by a count, and nothing else is', () => {
    const counted = [...texts[language]].filter(
      ([key, text]) => variables(text).includes('count') && !plurals.has(base(key)),
    );
    expect(counted).toEqual([]);
  });
});

describe('Arabic counts in six forms', () => {
  const t = i18n.getFixedT('ar', 'kiosk');
  it.each([
    [0, 'لا أحد في الانتظار'],
    [1, 'شخص واحد في الانتظار'],
    [2, 'شخصان في الانتظار'],
    [3, '3 أشخاص في الانتظار'],
    [11, '11 شخصًا في الانتظار'],
    [100, '100 شخص في الانتظار'],
  ])('%i', (count, text) => {
    expect(t('ahead', { count })).toBe(text);
  });
});

describe('every key is used', () => {
  const sources = Object.entries(
    import.meta.glob<string>('../../src/renderer/src/**/*.{ts,tsx}', {
      query: '?raw',
      import: 'default',
      eager: true,
    }),
  ).filter(([path]) => !path.includes('/locales/'));

  /** Each literal of a file as a pattern of the full keys it may stand for. */
  function keysIn(source: string): RegExp[] {
    const uses = [...source.matchAll(/(?:useTranslation|getFixedT|TFunction)[(<]([^)>]*)/g)];
    const spaces = new Set(
      uses.flatMap(([, list]) => [...(list ?? '').matchAll(/'(\w+)'/g)].map((m) => m[1])),
    );
    const prefixes = ['common', ...spaces].join('|');
    const literals = [...source.matchAll(/'([\w.:]+)'/g), ...source.matchAll(/`([^`\n]+)`/g)];
    return literals.map(([, literal]) => {
      const text = (literal ?? '').replace(/\$\{[^}]*\}/g, '@').replace(/[^\w.:@]/g, '#');
      const pattern = text.replaceAll('.', '\\.').replaceAll('@', '\\w+');
      return new RegExp(text.includes(':') ? `^${pattern}$` : `^(?:${prefixes}):${pattern}$`);
    });
  }

  it('by a screen', () => {
    const patterns = sources.flatMap(([, source]) => keysIn(source));
    const unused = [...new Set(english.map(base))].filter((key) => !patterns.some((one) => one.test(key)));
    expect(unused).toEqual([]);
  });
});

describe('dates and times', () => {
  it.each(languages)('in %s have Latin digits, as the token numbers have', (language) => {
    const all = [
      timeText(T0, 'Asia/Kolkata', language),
      slotText({ startMinute: 540, endMinute: 600 }, language),
      dayText('2026-11-22', language),
      waitText(waitOf(35, 50), 'Asia/Kolkata', language),
    ].join(' ');
    expect(all.match(/\p{Nd}/gu)?.filter((digit) => !/[0-9]/.test(digit))).toEqual([]);
    expect(all).toMatch(/9:00.*35.*50/);
    expect(all).toMatch(ownScript[language]);
  });

  it('name the day in the language', () => {
    const names = { en: 'Sunday', hi: 'रविवार', ta: 'ஞாயிறு', ar: 'الأحد' };
    for (const language of languages) {
      expect(dayText('2026-11-22', language)).toContain(names[language]);
    }
  });

  it('have a language’s name in its own script', () => {
    for (const language of languages) expect(languageFacts[language].name).toMatch(ownScript[language]);
  });
});
