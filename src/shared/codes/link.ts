/** Crockford's digits of 32: none is taken for another. */
export const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Of 128 bits, five each. */
export const SECRET_LETTERS = 26;

/**
 * The secret of a slip's link to its page, as it is written; null: this is no such link. A scanner set to another keyboard may
 * write other signs than `:`, `/` and `.`, or small letters for capital ones.
 */
export function linkSecretIn(text: string): string | null {
  const [, secret] = /^https?[^a-z0-9]{1,3}\S{1,90}[^a-z0-9]t[^a-z0-9]([0-9a-z]{26})\/?$/i.exec(text) ?? [];
  return secret === undefined ? null : writtenSecret(secret);
}

/** Letters as somebody reads or types them; null: no such secret. */
export function writtenSecret(text: string): string | null {
  const letters = asCrockford(text);
  return letters !== null && letters.length === SECRET_LETTERS && /^[0-7]/.test(letters) ? letters : null;
}

/** What is easily taken for a digit is one; null: something else is in it. */
export function asCrockford(text: string): string | null {
  const letters = text.toUpperCase().replace(/[IL]/g, '1').replace(/O/g, '0');
  return [...letters].every((letter) => crockford.includes(letter)) ? letters : null;
}
