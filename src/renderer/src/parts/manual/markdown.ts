/**
 * The manual's pages are Markdown of a small kind: headings, paragraphs, lists, tables, pictures; in a line **what stands on the screen**,
 * `a key`, [a link](page.md). Anything else is refused, so that a page never says something that the app does not show.
 */

export type Inline =
  | { readonly kind: 'text' | 'label' | 'key'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly to: string };
export type Line = readonly Inline[];

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly line: Line }
  | { readonly kind: 'paragraph'; readonly line: Line }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly lines: readonly Line[] }
  | { readonly kind: 'table'; readonly head: readonly Line[]; readonly rows: readonly (readonly Line[])[] }
  | { readonly kind: 'picture'; readonly alt: string; readonly source: string };

/** The blocks of a page in their order. Throws at what is not of this kind. */
export function readPage(markdown: string): readonly Block[] {
  return markdown
    .trim()
    .split(/\n(?:\s*\n)+/)
    .map(readBlock);
}

function readBlock(text: string): Block {
  const lines = text.split('\n');
  const [first = ''] = lines;
  if (first.startsWith('#')) return readHeading(text);
  if (first.startsWith('|')) return readTable(lines);
  if (first.startsWith('!')) return readPicture(text);
  if (/^(?:- |\d+\. )/.test(first)) return readList(lines);
  return { kind: 'paragraph', line: readLine(lines.join(' ')) };
}

function readHeading(text: string): Block {
  const [, marks, title] = /^(##?) (.+)$/.exec(text) ?? refuse(text);
  return { kind: 'heading', level: marks === '#' ? 1 : 2, line: readLine(title ?? '') };
}

function readPicture(text: string): Block {
  const [, alt = '', source = ''] = /^!\[([^\]]+)\]\(([\w./-]+)\)$/.exec(text) ?? refuse(text);
  return { kind: 'picture', alt, source };
}

function readList(lines: readonly string[]): Block {
  const ordered = lines[0]?.startsWith('- ') === false;
  const mark = ordered ? /^\d+\. (.+)$/ : /^- (.+)$/;
  return {
    kind: 'list',
    ordered,
    lines: lines.map((one) => readLine((mark.exec(one) ?? refuse(one))[1] ?? '')),
  };
}

function readTable([head = '', rule = '', ...rows]: readonly string[]): Block {
  if (!/^\|(?: --- \|)+$/.test(rule)) refuse(rule);
  const cells = (row: string): Line[] =>
    ((/^\| (.+) \|$/.exec(row) ?? refuse(row))[1] ?? '').split(' | ').map(readLine);
  return { kind: 'table', head: cells(head), rows: rows.map(cells) };
}

const marked = /\*\*([^*]+)\*\*|`([^`]+)`|\[([^\]]+)\]\(([\w./-]+)\)/g;

function readLine(text: string): Line {
  const line: Inline[] = [];
  let end = 0;
  const plain = (upTo: number): void => {
    const between = text.slice(end, upTo);
    if (/[*`[\]<>_\\]/.test(between)) refuse(between);
    if (between !== '') line.push({ kind: 'text', text: between });
  };
  for (const match of text.matchAll(marked)) {
    plain(match.index);
    end = match.index + match[0].length;
    const [, label, key, linked, to = ''] = match;
    if (label !== undefined) line.push({ kind: 'label', text: label });
    else if (key !== undefined) line.push({ kind: 'key', text: key });
    else line.push({ kind: 'link', text: linked ?? '', to });
  }
  plain(text.length);
  return line;
}

function refuse(text: string): never {
  throw new Error(`The manual cannot show: ${text}`);
}

/** Every line of a block, as it is read from top to bottom. */
export function linesOf(block: Block): readonly Line[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.line];
    case 'list':
      return block.lines;
    case 'table':
      return [block.head, ...block.rows].flat();
    case 'picture':
      return [[{ kind: 'text', text: block.alt }]];
  }
}

/** A line as it is read aloud. */
export function plainText(line: Line): string {
  return line.map(({ text }) => text).join('');
}
