import { linesOf, plainText } from './markdown';
import type { ManualPage } from './pages';

export interface Hit {
  readonly page: ManualPage;
  /** Which of the page's blocks. */
  readonly block: number;
  /** The heading that it stands under. */
  readonly under: string;
  readonly text: string;
}

const MOST_HITS = 30;

/** Lines in which, or in whose heading, all words of the query stand; those whose heading has them first. */
export function searchPages(pages: readonly ManualPage[], query: string): readonly Hit[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const found = pages.flatMap((page) => hitsIn(page, words));
  return [...found.filter(({ isTitle }) => isTitle), ...found.filter(({ isTitle }) => !isTitle)].slice(
    0,
    MOST_HITS,
  );
}

function hitsIn(
  page: ManualPage,
  words: readonly string[],
): readonly (Hit & { readonly isTitle: boolean })[] {
  let under = page.title;
  return page.blocks.flatMap((block, index) => {
    const isTitle = block.kind === 'heading';
    if (isTitle) under = plainText(block.line);
    const rows = block.kind === 'table' ? block.rows.map((row) => row.map(plainText).join(': ')) : null;
    return (rows ?? linesOf(block).map(plainText))
      .filter((text) => words.every((word) => folded(isTitle ? text : `${text} ${under}`).includes(word)))
      .filter((text) => isTitle || words.some((word) => folded(text).includes(word)))
      .map((text) => ({ page, block: index, under, text, isTitle }));
  });
}

const folded = (text: string): string => text.normalize('NFC').toLowerCase();
