import type { Language } from '../../../i18n/languages';
import type { Edit, Script } from './script';

interface Abugida {
  readonly language: Language;
  /** The vowel that a bare consonant carries; after one, its key takes it away. */
  readonly inherent: string;
  /** Each other vowel, alone and as the sign that joins a consonant. */
  readonly signs: Readonly<Record<string, string>>;
  /** Keys that add a mark to any syllable, such as the nasal अं. */
  readonly marks: Readonly<Record<string, string>>;
  /** Takes the vowel from a consonant. */
  readonly virama: string;
  /** Modifies the consonant before it; part of it. */
  readonly nukta: string;
  readonly consonant: RegExp;
  readonly consonants: readonly string[];
  readonly extras: readonly string[];
}

/**
 * A keyboard for a script in which a vowel is a letter at the start of a word and a sign on a consonant
 * elsewhere. There is one key a vowel, and it makes the syllable: after க the key ஆ reads கா and types ா.
 * So nobody has to know signs, only the alphabet in the order it is learnt in.
 */
export function abugidaScript(script: Abugida): Script {
  const vowels = [script.inherent, ...Object.keys(script.signs), ...Object.keys(script.marks)];

  /** The consonant that the caret stands behind, and whether its vowel is gone already. */
  function syllable(before: string): { consonant: string; bare: boolean } | null {
    const bare = before.endsWith(script.virama);
    const text = bare ? before.slice(0, -script.virama.length) : before;
    const nukta = script.nukta !== '' && text.endsWith(script.nukta);
    const letter = nukta ? text.slice(0, -1).slice(-1) : text.slice(-1);
    if (!script.consonant.test(letter)) return null;
    return { consonant: nukta ? letter + script.nukta : letter, bare };
  }

  function press(before: string, key: string): Edit {
    const joined = syllable(before);
    const mark = script.marks[key];
    if (mark !== undefined) {
      const joins = before !== '' && /[\p{L}\p{M}]$/u.test(before) && !before.endsWith(script.virama);
      return { remove: 0, insert: joins ? mark : key };
    }
    if (key !== script.inherent && script.signs[key] === undefined) return { remove: 0, insert: key };
    if (joined === null) return { remove: 0, insert: key };
    const remove = joined.bare ? script.virama.length : 0;
    if (key !== script.inherent) return { remove, insert: script.signs[key] ?? key };
    return joined.bare ? { remove, insert: '' } : { remove: 0, insert: script.virama };
  }

  function label(before: string, key: string): string {
    const joined = syllable(before);
    if (joined === null || !vowels.includes(key)) return key;
    const { remove, insert } = press(before, key);
    const shown = joined.consonant + (joined.bare ? script.virama : '');
    return shown.slice(0, shown.length - remove) + insert;
  }

  return {
    language: script.language,
    rows: [vowels, ...script.consonants.map((row) => row.split(' '))],
    extras: script.extras,
    joins: true,
    press,
    label,
  };
}
