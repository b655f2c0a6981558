import { type Language, languages } from '../../../shared/model/language';
import type { PhoneView } from '../../app/phones/view';
import { escaped, tokenFragment } from './fragment';
import { phoneText } from './texts';

const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  hi: 'हिन्दी',
  ta: 'தமிழ்',
  ar: 'العربية',
};

/** How often a page without a script asks again, in seconds. */
const REFRESH_S = 20;

interface Frame {
  readonly language: Language;
  readonly title: string;
  /** Where it is, for the other languages. */
  readonly path: string;
  readonly main: string;
  readonly live?: boolean;
}

function frame({ language, title, path, main, live = false }: Frame): string {
  const others = languages.map((one) =>
    one === language
      ? `<span aria-current="true" lang="${one}">${languageNames[one]}</span>`
      : `<a href="${path}?l=${one}" lang="${one}" hreflang="${one}">${languageNames[one]}</a>`,
  );
  return `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css">
${live ? `<noscript><meta http-equiv="refresh" content="${REFRESH_S}"></noscript>\n<script src="/page.js" defer></script>` : ''}
</head>
<body>
<main>
${main}
</main>
<nav aria-label="${phoneText(language, 'language')}">${others.join('\n')}</nav>
</body>
</html>
`;
}

/** The page of one token. `secret`: as it is written in its link. */
export function tokenPage(view: PhoneView, { secret, language }: TokenPageWish): string {
  const say = (text: Parameters<typeof phoneText>[1]): string => phoneText(language, text);
  const path = `/t/${secret}`;
  const isOver = ['served', 'cancelled', 'not_seen', 'no_show'].includes(view.state);
  const attributes = (['tell', 'tellCalled', 'telling', 'soon', 'called'] as const)
    .map((name) => `data-${name.toLowerCase()}="${escaped(say(name))}"`)
    .join(' ');
  const tell = isOver ? '' : `<button type="button" id="tell" hidden ${attributes}></button>`;
  return frame({
    language,
    title: `${view.number} · ${say('title')}`,
    path,
    live: true,
    main: `<p id="lost" role="alert" hidden>${say('lost')}</p>
<section id="token" data-path="${path}" data-language="${language}" data-state="${view.state}" data-ahead="${view.ahead ?? ''}">
${tokenFragment(view, language)}
</section>
${tell}`,
  });
}

interface TokenPageWish {
  readonly secret: string;
  readonly language: Language;
}

/** Where the number and the letters of a slip are typed. */
export function shortPage(language: Language, problem: 'unknown' | 'tooMany' | null): string {
  const say = (text: Parameters<typeof phoneText>[1]): string => phoneText(language, text);
  return frame({
    language,
    title: say('shortTitle'),
    path: '/',
    main: `<h1>${say('shortTitle')}</h1>
<p>${say('shortText')}</p>
${problem === null ? '' : `<p class="note" role="alert">${say(problem)}</p>`}
<form method="post" action="/?l=${language}">
<label>${say('number')}<input name="number" dir="ltr" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="12" required placeholder="A-017"></label>
<label>${say('letters')}<input name="letters" dir="ltr" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="4" required></label>
<button type="submit">${say('find')}</button>
</form>`,
  });
}

/** A link of another day, or of nobody. */
export function gonePage(language: Language): string {
  return frame({
    language,
    title: phoneText(language, 'gone'),
    path: '/',
    main: `<h1>${phoneText(language, 'gone')}</h1>\n<p>${phoneText(language, 'goneText')}</p>`,
  });
}
