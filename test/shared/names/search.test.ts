import { beforeAll, describe, expect, it, test } from 'vitest';
import { nameSearch, type SearchKeys, searchKeysOf } from '../../../src/shared/names/search-keys';
import { fc } from '../../helpers/fast-check';
import { corpus } from './corpus';
import { others } from './others';

interface Kept {
  readonly name: string;
  readonly found: SearchKeys;
}

const keep = (name: string): Kept => ({ name, found: searchKeysOf([name]) });

const isHeard = (query: string, { keys }: SearchKeys): boolean => {
  const { words = [], together = [] } = nameSearch(query) ?? {};
  const some = (needles: readonly string[]): boolean => needles.some((needle) => keys.includes(needle));
  return (words.length > 0 && words.every(some)) || some(together);
};

const rankOf = (query: string, ...names: string[]): number | null =>
  nameSearch(query)?.rank(searchKeysOf(names)) ?? null;

/** As a list would show them. */
function firstFive(query: string, among: readonly Kept[]): string[] {
  const search = nameSearch(query);
  return among
    .map(({ name, found }) => ({ name, rank: search?.rank(found) ?? null }))
    .filter((one): one is { name: string; rank: number } => one.rank !== null)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, 5)
    .map(({ name }) => name);
}

interface Outcome {
  /** In the first five, in hundredths of all. */
  readonly found: number;
  /** Who was asked for, and who else came first. */
  readonly wrongFirst: readonly string[];
}

function outcomeOf(pairs: readonly (readonly [string, string])[], among: readonly Kept[]): Outcome {
  const all = pairs.map(([query, name]) => ({ query, name, five: firstFive(query, among) }));
  const found = all.filter(({ name, five }) => five.includes(name)).length;
  const wrong = all.filter(({ name, five }) => five.length > 0 && five[0] !== name);
  return {
    found: (100 * found) / pairs.length,
    wrongFirst: wrong.map(({ query, five }) => `${query}: ${five.join(', ')}`),
  };
}

describe('300 names in nine scripts, among 3,000 and more others', () => {
  let written: readonly Kept[] = [];
  let latin: readonly Kept[] = [];

  beforeAll(() => {
    const strangers = others.map(keep);
    written = [...corpus.map((one) => keep(one.written)), ...strangers];
    latin = [...corpus.map((one) => keep(one.latin[0] ?? '')), ...strangers];
  });

  test('there are as many', () => {
    expect(new Set(corpus.map((one) => one.written)).size).toBe(300);
    expect(others.length).toBeGreaterThan(3_000);
  });

  test('are found by their usual Latin spelling, and nobody else first', () => {
    const outcome = outcomeOf(
      corpus.map((one) => [one.latin[0] ?? '', one.written] as const),
      written,
    );
    expect(outcome.found).toBeGreaterThanOrEqual(95);
    expect(outcome.wrongFirst).toEqual([]);
  });

  test('are found by another spelling', () => {
    const pairs = corpus.map((one) => [one.latin[1] ?? '', one.written] as const);
    expect(outcomeOf(pairs, written).found).toBeGreaterThanOrEqual(95);
  });

  test('are found in Latin letters by how they are written, and nobody else first', () => {
    const outcome = outcomeOf(
      corpus.map((one) => [one.written, one.latin[0] ?? ''] as const),
      latin,
    );
    expect(outcome.found).toBeGreaterThanOrEqual(95);
    expect(outcome.wrongFirst).toEqual([]);
  });
});

describe('one name in ten scripts', () => {
  const meena = ['Meena', 'मीना', 'மீனா', 'মীনা', 'મીના', 'మీనా', 'ಮೀನಾ', 'മീന', 'ਮੀਨਾ', 'مینا'];

  it.each(meena)('%s finds all of them, itself first', (query) => {
    const five = [query, 'Mina', ...meena].map((name) => rankOf(query, name));
    expect(five[0]).toBe(0);
    expect(five.slice(1).every((rank) => rank !== null && rank < 2)).toBe(true);
  });

  it('a second spelling finds too', () => {
    expect(rankOf('Sheikh', 'शेख़ सलीम', 'Shaikh Salim')).not.toBeNull();
    expect(rankOf('Salim', 'Xyz', 'Shaikh Salim')).toBeLessThan(3);
  });
});

describe('what was found comes in order', () => {
  it.each([
    ['Meena', ['Meena', 'मीना', 'Meena Sharma', 'Meenakshi', 'Ameena', 'Manju']],
    ['verma asha', ['Asha Verma', 'Asha Devi Verma', 'Asha Vermani', 'आशा वर्मा जोशी']],
    ['ram kumar', ['Ram Kumar', 'Ramkumar', 'Ram Dev Kumar', 'Ram Dev Kumarappa']],
    ['ranjit', ['Ranjit', 'Ranjit Singh', 'रणजीत सिंह', 'Kiranjit']],
  ])('%s', (query, names) => {
    const ranks = names.map((name) => rankOf(query, name) ?? Number.POSITIVE_INFINITY);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(ranks.slice(0, -1).every(Number.isFinite)).toBe(true);
  });

  it('numbers are looked for as they are, not by sound', () => {
    const found = searchKeysOf(['Asha Verma'], ['919876543210', 'C-0042', '1956']);
    expect(nameSearch('98765')?.rank(found)).not.toBeNull();
    expect(nameSearch('c ००४२')?.rank(found)).toBeLessThan(2);
    expect(nameSearch('1956 asha')?.rank(found)).not.toBeNull();
    expect(nameSearch('98766')?.rank(found)).toBeNull();
    expect(nameSearch('98765')?.words).toEqual([]);
    expect(nameSearch(' — ')).toBeNull();
  });
});

const name = fc.constantFrom(...corpus.flatMap(({ written, latin }) => [written, ...latin]));

test('every word is enough, in any order, in any case, with joiners, accents and spaces', () => {
  fc.assert(
    fc.property(name, fc.gen(), (own, gen) => {
      const kept = searchKeysOf([own]);
      const words = gen(fc.shuffledSubarray, own.split(' '), { minLength: 1 });
      const query = words.map((word) => word.toUpperCase()).join(' \u200d ');
      expect(nameSearch(query)?.rank(kept)).toBeLessThan(3);
      expect(isHeard(query, kept)).toBe(true);
    }),
  );
});

test('who is kept is found while the name is being typed, word by word', () => {
  fc.assert(
    fc.property(name, fc.gen(), (own, gen) => {
      const words = own.split(' ');
      const last = words.at(-1) ?? '';
      const begun = last.slice(0, gen(fc.integer, { min: 1, max: last.length }));
      expect(rankOf([...words.slice(0, -1), begun].join(' '), own)).not.toBeNull();
    }),
  );
});

test('whoever has a rank is among those that text or sound finds, and any text may be asked', () => {
  const text = fc.oneof(name, fc.string({ unit: 'binary', maxLength: 30 }), fc.string({ maxLength: 12 }));
  fc.assert(
    fc.property(text, text, (query, own) => {
      const kept = searchKeysOf([own]);
      const search = nameSearch(query);
      const rank = search?.rank(kept) ?? null;
      for (const needles of [...(search?.words ?? []), search?.together ?? []]) {
        expect(needles.every((needle) => needle.length >= 3)).toBe(true);
      }
      if (rank !== null && rank >= 6) expect(isHeard(query, kept)).toBe(true);
      expect(nameSearch(own)?.rank(kept) ?? 0).toBe(0);
    }),
    { numRuns: 500 },
  );
});
