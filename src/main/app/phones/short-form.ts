import { searchFor } from '../../../shared/model/search';
import type { Call } from '../call';
import { linkKey } from '../links/key';
import { secretOf, shortLettersOf, typedLetters } from '../links/secret';

/** More than one book has; of today, and of all doctors with this prefix. */
const MOST_ASKED = 50;

/** The link's secret for a number of today and its letters; null: they do not belong together. */
export async function secretOfShortForm(
  { environment: { store }, today }: Call,
  number: string,
  letters: string,
): Promise<string | null> {
  const search = searchFor(number);
  const key = await linkKey(store);
  const typed = typedLetters(letters);
  if (!search || !key || typed === null || search.numbers.length === 0) return null;
  const tokens = await store.findTokens(search, { from: today, to: today }, MOST_ASKED);
  for (const token of tokens) {
    if (!search.numbers.includes(token.number)) continue;
    const secret = secretOf(token.id, key);
    if (secret !== null && shortLettersOf(secret) === typed) return secret;
  }
  return null;
}

/** A number as whoever counts wrong tries knows it. */
export function numberTyped(number: string): string {
  return searchFor(number)?.numbers[0] ?? number.slice(0, 12).toUpperCase();
}
