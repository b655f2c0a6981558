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

interface Line extends Hit {
  readonly isTitle: boolean;
  /** Which of the words stand in it, or in its heading. */
  readonly has: readonly string[];
}

/**
 * Lines in which, or in whose heading, all words of the query stand; those whose heading has them first. Nobody knows the manual's own
 * words for "I forgot my PIN": where no line has all of them, those that have the most telling ones.
 */
export function searchPages(pages: readonly ManualPage[], query: string): readonly Hit[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const lines = [...pages].sort(troubleFirst).flatMap((page) => linesWith(page, words));
  const all = lines.filter(({ has }) => has.length === words.length);
  const found = all.length > 0 ? titlesFirst(all) : nearest(lines, words);
  return found.slice(0, MOST_HITS);
}

/** Whoever searches mostly has one. */
const troubleFirst = (one: ManualPage, other: ManualPage): number =>
  Number(other.name === 'trouble') - Number(one.name === 'trouble');

function linesWith(page: ManualPage, words: readonly string[]): readonly Line[] {
  let under = page.title;
  return page.blocks.flatMap((block, index) => {
    const isTitle = block.kind === 'heading';
    if (isTitle) under = plainText(block.line);
    const rows = block.kind === 'table' ? block.rows.map((row) => row.map(plainText).join(': ')) : null;
    return (rows ?? linesOf(block).map(plainText))
      .filter((text) => isTitle || wordsIn(text, words).length > 0)
      .map((text) => {
        const has = wordsIn(isTitle ? text : `${text} ${under}`, words);
        return { page, block: index, under, text, isTitle, has };
      });
  });
}

const titlesFirst = (lines: readonly Line[]): readonly Line[] => [
  ...lines.filter(({ isTitle }) => isTitle),
  ...lines.filter(({ isTitle }) => !isTitle),
];

/** A word that stands in few lines tells more than one that stands in many, such as "my" or "the"; one that stands nowhere tells nothing. */
function nearest(lines: readonly Line[], words: readonly string[]): readonly Line[] {
  const weights = new Map<string, number>();
  for (const word of words) {
    const often = lines.filter(({ has }) => has.includes(word)).length;
    if (often > 0) weights.set(word, 1 / often);
  }
  const weighed = titlesFirst(lines)
    .filter(({ has }) => has.length * 2 >= weights.size && has.length > 0)
    .map((line) => ({ line, weight: line.has.reduce((sum, word) => sum + (weights.get(word) ?? 0), 0) }))
    .sort((one, other) => other.weight - one.weight);
  const [best] = weighed;
  return weighed.filter(({ weight }) => best && weight * 2 >= best.weight).map(({ line }) => line);
}

function wordsIn(text: string, words: readonly string[]): readonly string[] {
  const all = folded(text);
  return words.filter((word) => all.includes(word));
}

const folded = (text: string): string => text.normalize('NFC').toLowerCase();
