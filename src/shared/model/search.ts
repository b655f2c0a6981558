import { cleanText, fold, foldQuery, foldTight } from './fold';
import { DEFAULT_COUNTRY, phonePart } from './phone';
import { type Token, tokenNumber } from './token';

/** What somebody looks for, in every sense that it may have. */
export interface Search {
  /** A token's id, as scanned from a slip. */
  readonly id: string;
  /** Whole token numbers: `a7`, `A 007` and `a-००७` are A-007. */
  readonly numbers: readonly string[];
  /** Found wherever it stands in {@link searchTextOf}. */
  readonly tight: string;
  /** Or wherever each of these does. Never empty. */
  readonly words: readonly string[];
}

/** Letters and digits of a number; P before the digits is the series of paper (R25), or the last letter of a prefix. */
const numberLike = /^([a-z]{1,3}?)(p?)(\d{1,4})$/;

/** Null: nothing that could be looked for. `country` is the clinic's, for phones. */
export function searchFor(query: string, country = DEFAULT_COUNTRY): Search | null {
  const asked = foldQuery(query);
  const tight = phonePart(query, country) || asked.replaceAll(' ', '');
  if (tight === '') return null;
  const numbers = numbersOf(tight);
  // In `98765 43210` and `a 7` the parts mean nothing by themselves.
  const isOne = numbers.length > 0 || /^\d+$/.test(tight);
  return {
    id: cleanText(query).toLowerCase(),
    numbers,
    tight,
    words: isOne ? [tight] : asked.split(' '),
  };
}

function numbersOf(tight: string): string[] {
  const [, prefix = '', paper, digits] = numberLike.exec(tight) ?? [];
  if (digits === undefined) return [];
  const sequence = Number(digits);
  const main = tokenNumber((prefix + paper).toUpperCase(), 'main', sequence);
  return paper ? [main, tokenNumber(prefix.toUpperCase(), 'paper', sequence)] : [main];
}

/** All of a token that is looked for, folded: kept beside it, so that a search compares text with text. */
export function searchTextOf({
  number,
  patientName,
  patientContact,
}: Pick<Token, 'number' | 'patientName' | 'patientContact'>): string {
  const parts = [number, patientName, patientContact].flatMap((part) => [fold(part), foldTight(part)]);
  return [...new Set(parts)].join('|');
}
