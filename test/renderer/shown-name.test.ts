import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownName } from '../../src/shared/model/shown-name';

describe('a name on the board', () => {
  it.each([
    ['Asha Verma', 'A. V.', 'As••• V.'],
    ['Bo', 'B.', 'B•••'],
    ['  Lakshmi   Venkata Iyer ', 'L. V. I.', 'La••• I.'],
    ['क्षमा शर्मा', 'क्ष. श.', 'क्ष••• श.'],
    ['மீனாட்சி', 'மீ.', 'மீனா•••'],
    ['محمد علي', 'م. ع.', 'مح••• ع.'],
  ])('%s', (name, initials, masked) => {
    expect(shownName(name, 'none')).toBeNull();
    expect(shownName(name, 'initials')).toBe(initials);
    expect(shownName(name, 'masked')).toBe(masked);
  });

  it('is nothing where there is none', () => {
    expect([shownName('', 'initials'), shownName('  ', 'masked')]).toEqual([null, null]);
  });

  it('never tells a whole word of two letters or more', () => {
    const name = fc.array(fc.stringMatching(/^[a-z]{2,12}$/), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(name, fc.constantFrom('initials' as const, 'masked' as const), (words, how) => {
        const shown = (shownName(words.join(' '), how) ?? '').split(/[^a-z]+/);
        expect(words.filter((word) => shown.includes(word))).toEqual([]);
      }),
    );
  });
});
