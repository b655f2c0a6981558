import type { StaffLanguage } from '../../../../shared/model/language';
import { type Block, plainText, readPage } from './markdown';

/** In the order in which they are offered; each a file of docs/manual. */
export const pageNames = [
  'reception',
  'doctor',
  'kiosk',
  'board',
  'admin',
  'reports',
  'trouble',
  'card',
] as const;
export type PageName = (typeof pageNames)[number];

export interface ManualPage {
  readonly name: PageName;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** The manual in a language: only that one is loaded. */
export async function loadPages(language: StaffLanguage): Promise<readonly ManualPage[]> {
  const { texts } = language === 'hi' ? await import('./texts-hi') : await import('./texts-en');
  return pageNames.map((name) => {
    const blocks = readPage(texts[`../../../../../docs/manual/${language}/${name}.md`] ?? '');
    const [title] = blocks;
    return { name, blocks, title: title?.kind === 'heading' ? plainText(title.line) : name };
  });
}

/** The page that `trouble.md` means; null: it is none of the app's. */
export function pageOf(link: string): PageName | null {
  return pageNames.find((name) => link === `${name}.md`) ?? null;
}
