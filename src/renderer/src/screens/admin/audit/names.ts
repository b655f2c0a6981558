import { hasLetterOrDigit } from '../../../../../shared/model/fold';
import { reasonCodeSchema } from '../../../../../shared/model/given-reason';

/** As main checks it. */
export function isName(text: string): boolean {
  return hasLetterOrDigit(text) && text.length <= 60;
}

/** Of the English name where that makes one; never one there was before. */
export function newCode(name: string, codes: readonly string[]): string {
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const plain = words
    .join('_')
    .replace(/^[^a-z]+/, '')
    .slice(0, 30)
    .replace(/_+$/, '');
  const base = reasonCodeSchema.safeParse(plain).success ? plain : 'reason';
  for (let number = 1; ; number += 1) {
    const code = number === 1 && base !== 'reason' ? base : `${base}_${number}`;
    if (!codes.includes(code)) return code;
  }
}
