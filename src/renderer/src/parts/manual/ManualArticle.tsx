import type { ReactNode } from 'react';
import { cx } from '../../ui/cx';
import { Key } from '../../ui/Key';
import type { Block, Inline, Line } from './markdown';
import { type ManualPage, type PageName, pageOf } from './pages';
import { addressOf } from './pictures';
import './manual.css';

type OnPage = ((name: PageName) => void) | null;

interface Props {
  readonly page: ManualPage;
  /** Which of its blocks was looked for. */
  readonly found: number | null;
  /** Goes to another page; null: on paper, where a link is its words. */
  readonly onPage: OnPage;
}

/** One page of the manual, as it is written. */
export function ManualArticle({ page, found, onPage }: Props) {
  return (
    <article className={`manual manual-${page.name}`}>
      {numbered(page.blocks).map(({ n, item }) => (
        <div key={n} data-block={n} className={cx(`manual-${item.kind}`, n === found && 'manual-found')}>
          {drawn(item, onPage)}
        </div>
      ))}
    </article>
  );
}

function drawn(block: Block, onPage: OnPage): ReactNode {
  const line = (one: Line): ReactNode => <Words line={one} onPage={onPage} />;
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? <h2>{line(block.line)}</h2> : <h3>{line(block.line)}</h3>;
    case 'paragraph':
      return <p>{line(block.line)}</p>;
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List>
          {numbered(block.lines).map(({ n, item }) => (
            <li key={n}>{line(item)}</li>
          ))}
        </List>
      );
    }
    case 'table':
      return (
        <table>
          <thead>
            <tr>
              {numbered(block.head).map(({ n, item }) => (
                <th key={n} scope="col">
                  {line(item)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {numbered(block.rows).map(({ n, item }) => (
              <tr key={n}>
                {numbered(item).map((cell) => (
                  <td key={cell.n}>{line(cell.item)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    case 'picture':
      return <img src={addressOf(block.source)} alt={block.alt} loading="lazy" />;
  }
}

function Words({ line, onPage }: { readonly line: Line; readonly onPage: OnPage }) {
  return numbered(line).map(({ n, item }) => <Word key={n} word={item} onPage={onPage} />);
}

function Word({ word, onPage }: { readonly word: Inline; readonly onPage: OnPage }) {
  switch (word.kind) {
    case 'text':
      return word.text;
    case 'label':
      return <b>{word.text}</b>;
    case 'key':
      return <Key className="opacity-100!">{word.text.replaceAll('+', ' ')}</Key>;
    case 'link': {
      const name = pageOf(word.to);
      // What is not in the app lies beside the manual's files.
      if (name === null || onPage === null) return word.text;
      return (
        <button type="button" className="manual-link" onClick={() => onPage(name)}>
          {word.text}
        </button>
      );
    }
  }
}

/** What is in a page never changes its place. */
function numbered<T>(items: readonly T[]): readonly { readonly n: number; readonly item: T }[] {
  return items.map((item, n) => ({ n, item }));
}
