import { expect, test } from 'vitest';
import { patientSearchFor } from '../../../src/shared/model/patient-search';
import { searchFor } from '../../../src/shared/model/search';
import { nameSearch } from '../../../src/shared/names/search-keys';

/** As much as a search takes, of letters that are written for whole words, or are many. */
const long = ['ﷺ', 'ﷻ', 'a ', 'अ', '한', 'क्ष ', '𝔘', '9', 'ﬃ'].map((letter) =>
  letter.repeat(200).slice(0, 200),
);

test.each(long)('the work of a search does not grow with how a letter is written: %s', (query) => {
  const search = patientSearchFor(query);
  if (!search) throw new Error('Something is looked for.');
  const { tight, words, names } = search;
  expect([...tight].length).toBeLessThanOrEqual(200);
  expect([...words.join('')].length).toBeLessThanOrEqual(200);
  expect(words.length).toBeLessThanOrEqual(60);
  const needles = [...(names?.words ?? []).flat(), ...(names?.together ?? [])];
  expect(needles.join('').length).toBeLessThan(1_500);
});

test('a name as long as any is found by all of it', () => {
  const name = 'Venkatanarasimharajuvaripeta '.repeat(4).trim();
  expect([...name].length).toBeLessThanOrEqual(120);
  const folded = name.toLowerCase();
  expect(searchFor(name)?.words.join(' ')).toBe(folded);
  expect(nameSearch(name)?.rank({ text: `${folded}|${folded.replaceAll(' ', '')}`, keys: '' })).toBe(0);
});
