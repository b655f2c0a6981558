import { Key } from './Key';

interface Props {
  readonly title: string;
  readonly rows: readonly { readonly key: string; readonly text: string }[];
}

/** Keys and what they do, for the page that `?` opens. */
export function KeyList({ title, rows }: Props) {
  return (
    <section aria-label={title}>
      <h3 className="mb-1.5 font-bold">{title}</h3>
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-1.5 text-small">
        {rows.map(({ key, text }) => (
          <div key={key} className="contents">
            <dt>
              <Key>{key}</Key>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
