import { describe, expect, it } from 'vitest';
import { initials, maskedContact, shownName } from '../../src/shared/model/mask';
import { fc } from '../helpers/fast-check';

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

  it.each([
    ['Asha Kumari Verma', 'Asha V.', 'Asha Kumari Verma'],
    ['  Bo ', 'Bo', 'Bo'],
    ['क्षमा  शर्मा', 'क्षमा श.', 'क्षमा शर्मा'],
  ])('%s, where the clinic shows the first name, or all of it', (name, first, full) => {
    expect(shownName(name, 'first')).toBe(first);
    expect(shownName(name, 'full')).toBe(full);
  });

  it('is nothing where there is none', () => {
    expect([shownName('', 'initials'), shownName('  ', 'masked')]).toEqual([null, null]);
  });

  it('never tells a whole word of two letters or more', () => {
    const name = fc.array(fc.stringMatching(/^[a-z]{2,12}$/), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(name, fc.constantFrom('initials' as const, 'masked' as const), (words, how) => {
        // What is told of the first word may by chance be a word elsewhere in the name: that tells nothing.
        const [first, ...others] = (shownName(words.join(' '), how) ?? '').split(/[^a-z]+/);
        expect(first).not.toBe(words[0]);
        expect(others.filter((letters) => letters.length > 1)).toEqual([]);
      }),
    );
  });
});

describe('masked', () => {
  it('a name is the first letter of each word, whole in every script', () => {
    expect(initials('Asha Verma')).toBe('A. V.');
    expect(initials('मीनाक्षी सुन्दरम')).toBe('मी. सु.');
    expect(initials('')).toBe('');
  });

  it('a contact keeps enough to know one’s own by', () => {
    expect(maskedContact('9876543210')).toBe('×××××××210');
    expect(maskedContact('asha@mail.example')).toBe('a×××@mail.example');
    expect(maskedContact('')).toBe('');
  });
});
