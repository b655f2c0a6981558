import { describe, expect, it } from 'vitest';
import { type Block, linesOf, plainText, readPage } from '../../src/renderer/src/parts/manual/markdown';
import { loadPages, pageNames, pageOf } from '../../src/renderer/src/parts/manual/pages';
import { addressOf, pictures } from '../../src/renderer/src/parts/manual/pictures';
import { searchPages } from '../../src/renderer/src/parts/manual/search';
import { sheetKeys } from '../../src/renderer/src/screens/desk/panels/sheetKeys';
import { actionFacts } from '../../src/renderer/src/screens/desk/token/actions';
import { dayKeys, patientKeys } from '../../src/renderer/src/screens/doctor/sheetKeys';
import { type StaffLanguage, staffLanguages } from '../../src/shared/model/language';
import { texts } from './helpers/texts';

const files = Object.keys(import.meta.glob(['../../docs/**/*.md', '../../docs/manual/images/**/*.webp']));
const manual = Object.fromEntries(
  await Promise.all(staffLanguages.map(async (language) => [language, await loadPages(language)] as const)),
) as Readonly<Record<StaffLanguage, Awaited<ReturnType<typeof loadPages>>>>;

const wordsOf = (blocks: readonly Block[]) => blocks.flatMap(linesOf).flat();

/** A text of a screen as a pattern of what it says once its variables are filled in. */
function patternOf(text: string): RegExp | null {
  const parts = text.split(/\{\{\w+\}\}/);
  // A text that is nearly all variables would fit anything.
  if (parts.length > 1 && (parts.join('').match(/\p{L}/gu)?.length ?? 0) < 4) return null;
  return new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`, 'u');
}

/** What the sheets on `?` list, each key by itself: `Alt 1–5` is Alt 1, Alt 2 and so on. */
function expanded(key: string): string[] {
  const [, before, from, to] = /^(.*?)(\d)–(\d)$/.exec(key) ?? [];
  if (from !== undefined) {
    return Array.from({ length: Number(to) - Number(from) + 1 }, (_, n) => `${before}${Number(from) + n}`);
  }
  return key.startsWith('Alt ←') ? ['Alt ←', 'Alt →'] : key.split(/ · | (?=[←↑→↓])/);
}

const onSheets = [...sheetKeys, ...patientKeys, ...dayKeys].flatMap(([, key]) => expanded(key));
const onCards = Object.values(actionFacts).map(({ key }) => key.toUpperCase());
/** What the fields, dialogs and locked windows themselves take. */
const everywhere = ['Enter', 'Esc', 'Tab', 'X', 'Ctrl Shift L', 'Ctrl P'];
const keys = new Set([...onSheets, ...onCards, ...everywhere]);

describe.each(staffLanguages)('the manual in %s', (language) => {
  const pages = manual[language];
  const patterns = [...new Set(texts[language].values())].map(patternOf).filter((one) => one !== null);

  it('has every page', () => {
    const there = files.filter((path) => path.startsWith(`../../docs/manual/${language}/`));
    expect(there.sort()).toEqual(pageNames.map((name) => `../../docs/manual/${language}/${name}.md`).sort());
    expect(pages.filter(({ blocks, title, name }) => blocks.length < 5 || title === name)).toEqual([]);
  });

  it.each(pages)('says of $name nothing but what screens say', ({ blocks }) => {
    const labels = wordsOf(blocks).flatMap(({ kind, text }) => (kind === 'label' ? [text] : []));
    const unknown = labels.filter((label) => !patterns.some((pattern) => pattern.test(label)));
    expect(unknown).toEqual([]);
  });

  it.each(pages)('names on $name only keys that there are', ({ blocks }) => {
    const named = wordsOf(blocks).flatMap(({ kind, text }) => (kind === 'key' ? [text] : []));
    // What is typed, such as a token's number, is no key.
    const unknown = named.filter((key) => key !== 'A17' && !keys.has(key.replaceAll('+', ' ')));
    expect(unknown).toEqual([]);
  });

  it('says beside a key on a page what that key does there', () => {
    const does: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
      reception: Object.fromEntries(
        Object.entries(actionFacts).map(([action, { key }]) => [
          key.toUpperCase(),
          [`desk:action.${action}`],
        ]),
      ),
      doctor: Object.fromEntries(
        [...patientKeys, ...dayKeys].map(([name, key]) => [
          key,
          [`doctor:tool.${name}`, `doctor:day.${name}`, `day:${name}.button`],
        ]),
      ),
    };
    for (const { name, blocks } of pages) {
      const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
      for (const [[key] = [], [label] = []] of rows) {
        const said = does[name]?.[key?.text ?? ''];
        if (said === undefined || key?.kind !== 'key') continue;
        expect(
          said.map((text) => texts[language].get(text)),
          `${key.text} on ${name}`,
        ).toContain(label?.text);
      }
    }
  });

  it.each(pages)('has all that $name links to and shows', ({ blocks }) => {
    const links = wordsOf(blocks).flatMap((word) => (word.kind === 'link' ? [word.to] : []));
    const lost = links.filter(
      (to) => pageOf(to) === null && !files.includes(to.replace(/^\.\.\/\.\.\//, '../../docs/')),
    );
    expect(lost).toEqual([]);
    const shown = blocks.flatMap((block) => (block.kind === 'picture' ? [block.source] : []));
    expect(shown.filter((source) => addressOf(source) === undefined)).toEqual([]);
    expect(shown.filter((source) => !source.startsWith(`../images/${language}/`))).toEqual([]);
  });

  it('finds what somebody types', () => {
    for (const query of language === 'hi' ? ['प्रिंटर कुछ', 'बिजली'] : ['printer NOTHING', 'power']) {
      expect(searchPages(pages, query)[0]?.page.name, query).toBe('trouble');
    }
    expect(searchPages(pages, 'F9').length).toBeGreaterThan(1);
    expect(searchPages(pages, '  ')).toEqual([]);
    expect(searchPages(pages, 'xyzzy')).toEqual([]);
    expect(searchPages(pages, 'xyzzy plugh')).toEqual([]);
  });

  it('finds what somebody asks in words that the manual does not have', () => {
    const asked =
      language === 'hi'
        ? ['मैं अपना PIN भूल गया', 'नया डॉक्टर कैसे जोड़ें', 'टैबलेट को कंप्यूटर नहीं मिल रहा']
        : ['I forgot my PIN', 'how do I add a doctor', 'tablet can’t find the computer'];
    const found = asked.map((query) => searchPages(pages, query)[0]?.under ?? query);
    expect(found).toEqual(
      language === 'hi'
        ? ['10. कोई PIN भूल गया', 'डॉक्टर', '7. टैबलेट या दूसरी स्क्रीन को कंप्यूटर नहीं मिलता']
        : ['10. Somebody forgot the PIN', 'Doctors', '7. A tablet or another screen cannot find the PC'],
    );
  });
});

it('says the same in both languages, part by part', () => {
  const shapeOf = (block: Block): string => {
    switch (block.kind) {
      case 'heading':
        return `heading ${block.level}`;
      case 'list':
        return `list of ${block.lines.length}`;
      case 'table':
        return `table of ${block.rows.length}`;
      default:
        return block.kind;
    }
  };
  const keysOf = (block: Block) =>
    wordsOf([block])
      .flatMap(({ kind, text }) => (kind === 'key' ? [text] : []))
      .sort();
  for (const [index, page] of manual.en.entries()) {
    const other = manual.hi[index];
    expect(other?.blocks.map(shapeOf), page.name).toEqual(page.blocks.map(shapeOf));
    expect(other?.blocks.map(keysOf), page.name).toEqual(page.blocks.map(keysOf));
  }
});

it('has twelve troubles, numbered', () => {
  for (const language of staffLanguages) {
    const trouble = manual[language].find(({ name }) => name === 'trouble');
    const numbers = trouble?.blocks.flatMap((block) =>
      block.kind === 'heading' && block.level === 2 ? [Number.parseInt(plainText(block.line), 10)] : [],
    );
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  }
});

it('ships no picture that no page shows', () => {
  const shown = Object.values(manual).flatMap((pages) =>
    pages.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'picture' ? [block.source] : [])),
    ),
  );
  const addresses = shown.map(addressOf);
  expect(Object.values(pictures).filter((address) => !addresses.includes(address))).toEqual([]);
});

describe('a page', () => {
  it('is read into what it says', () => {
    const text =
      '# One\n\nPress `F2`, **Undo** or\n[go on](card.md).\n\n1. a\n2. b\n\n| x | y |\n| --- | --- |\n| 1 | `C` |';
    expect(readPage(text)).toEqual([
      { kind: 'heading', level: 1, line: [{ kind: 'text', text: 'One' }] },
      {
        kind: 'paragraph',
        line: [
          { kind: 'text', text: 'Press ' },
          { kind: 'key', text: 'F2' },
          { kind: 'text', text: ', ' },
          { kind: 'label', text: 'Undo' },
          { kind: 'text', text: ' or ' },
          { kind: 'link', text: 'go on', to: 'card.md' },
          { kind: 'text', text: '.' },
        ],
      },
      {
        kind: 'list',
        ordered: true,
        lines: [[{ kind: 'text', text: 'a' }], [{ kind: 'text', text: 'b' }]],
      },
      {
        kind: 'table',
        head: [[{ kind: 'text', text: 'x' }], [{ kind: 'text', text: 'y' }]],
        rows: [[[{ kind: 'text', text: '1' }], [{ kind: 'key', text: 'C' }]]],
      },
    ]);
  });

  it.each(['### Deep', '<b>x</b>', 'half a **word', '| a |\n| b |', '![x](http://a.b/c.png)'])(
    'is refused where the app could not show it: %s',
    (text) => {
      expect(() => readPage(text)).toThrow('The manual cannot show');
    },
  );
});
