import { type MarkedToken, marked, type Token, type Tokens } from 'marked';

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
  return marked
    .lexer(markdown)
    .flatMap((token) => (token.type === 'space' ? [] : [blockOf(token as MarkedToken)]));
}

function blockOf(token: MarkedToken): Block {
  switch (token.type) {
    case 'heading':
      if (token.depth > 2) return refuse(token);
      return { kind: 'heading', level: token.depth === 1 ? 1 : 2, line: lineOf(token.tokens) };
    case 'paragraph':
      return pictureOf(token.tokens) ?? { kind: 'paragraph', line: lineOf(token.tokens) };
    case 'list':
      return { kind: 'list', ordered: token.ordered, lines: token.items.map(lineOfItem) };
    case 'table': {
      const line = ({ tokens }: Tokens.TableCell): Line => lineOf(tokens);
      return { kind: 'table', head: token.header.map(line), rows: token.rows.map((row) => row.map(line)) };
    }
    default:
      return refuse(token);
  }
}

/** A picture stands by itself. */
function pictureOf([first, ...others]: readonly Token[]): Block | null {
  if (first?.type !== 'image') return null;
  const { text, href } = first as Tokens.Image;
  if (others.length > 0 || text === '' || !/^[\w./-]+$/.test(href)) return refuse(first);
  return { kind: 'picture', alt: text, source: href };
}

function lineOfItem({ tokens: [only, ...others], raw, task }: Tokens.ListItem): Line {
  const isLine = only?.type === 'text' && others.length === 0 && !task;
  return isLine ? lineOf((only as Tokens.Text).tokens ?? []) : refuse({ raw });
}

function lineOf(tokens: readonly Token[]): Line {
  return (tokens as readonly MarkedToken[]).map((token) => {
    switch (token.type) {
      case 'text':
        // A mark that Markdown left as it is was meant for something.
        if (/[*`[\]<>_\\|]/.test(token.text)) return refuse(token);
        // Of a paragraph that goes on in the next line.
        return { kind: 'text', text: token.text.replaceAll('\n', ' ') };
      case 'strong':
        return { kind: 'label', text: onlyText(token) };
      case 'codespan':
        return { kind: 'key', text: token.text };
      case 'link':
        return { kind: 'link', text: onlyText(token), to: token.href };
      default:
        return refuse(token);
    }
  });
}

function onlyText({ tokens, text, raw }: Tokens.Strong | Tokens.Link): string {
  return tokens.every(({ type }) => type === 'text') ? text : refuse({ raw });
}

function refuse({ raw }: { readonly raw: string }): never {
  throw new Error(`The manual cannot show: ${raw}`);
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
