import { cx } from '../cx';

export interface HeatCell {
  readonly key: string;
  /** What stands in it; null: nothing happened there. */
  readonly text: string | null;
  /** 0 to 1: how strong its colour is. */
  readonly strength: number;
  /** All of it in words. */
  readonly told: string;
}

interface Props {
  /** Of the table, which is the chart. */
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly HeatCell[] }[];
  readonly corner: string;
  readonly onPick?: ((cell: string) => void) | undefined;
}

/** Of the strongest colour no more, so that what stands on it can be read. */
const STRONGEST = 50;

/** A table whose cells are the darker the more they say: its own table, to be read and pressed. */
export default function HeatMap({ title, columns, rows, corner, onPick }: Props) {
  return (
    <table
      aria-label={title}
      data-chart="heat"
      className="figures w-full table-fixed border-separate border-spacing-0.5 text-small"
    >
      <thead>
        <tr>
          <th scope="col" className="w-24 text-start font-semibold text-ink-soft">
            {corner}
          </th>
          {columns.map((name) => (
            <th key={name} scope="col" className="font-semibold text-ink-soft">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, cells }) => (
          <tr key={name}>
            <th scope="row" className="text-start font-semibold whitespace-nowrap text-ink-soft">
              {name}
            </th>
            {cells.map((cell) => (
              <td key={cell.key} className="p-0">
                <Cell cell={cell} onPick={onPick} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ cell, onPick }: { readonly cell: HeatCell } & Pick<Props, 'onPick'>) {
  const look = cx(
    'flex h-8 w-full items-center justify-center rounded-small text-ink',
    cell.text === null && 'bg-sunken text-ink-faint',
  );
  const paint =
    cell.text === null
      ? {}
      : {
          backgroundColor: `color-mix(in oklab, var(--bar) ${Math.round(cell.strength * STRONGEST)}%, var(--surface))`,
        };
  if (cell.text === null || onPick === undefined) {
    return (
      <span className={look} style={paint} title={cell.told}>
        {cell.text ?? <span aria-hidden="true">·</span>}
      </span>
    );
  }
  return (
    <button
      type="button"
      className={cx(look, 'cursor-pointer hover:outline-2 hover:outline-accent')}
      style={paint}
      title={cell.told}
      aria-label={cell.told}
      onClick={() => onPick(cell.key)}
    >
      {cell.text}
    </button>
  );
}
