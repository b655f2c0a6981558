import { useTranslation } from 'react-i18next';
import { cx } from '../../ui/cx';
import { Figure } from './Figure';
import type { Behind, ViewTable } from './view';

interface Props<W> {
  readonly title: string;
  readonly table: ViewTable<W>;
  /** Missing: nothing can be pressed, as on paper. */
  readonly onShow?: (behind: Behind<W>) => void;
}

/** The table behind a chart; a figure that is made of tokens shows them when it is pressed. */
export function ReportTable<W>({ title, table, onShow }: Props<W>) {
  const { t } = useTranslation('reports');
  const [first, ...others] = table.columns;
  return (
    <table aria-label={title} className="figures report-table w-full border-collapse text-small">
      <thead>
        <tr className="border-b-2 border-line-strong align-bottom">
          <th scope="col" className="py-1.5 pe-3 text-start">
            {first}
          </th>
          {others.map((name) => (
            <th key={name} scope="col" className="px-2 py-1.5 text-end">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(({ key, name, isTotal, cells }) => (
          <tr
            key={key}
            data-row={key}
            className={cx(
              isTotal === true ? 'border-t-2 border-line-strong font-bold' : 'border-b border-line',
            )}
          >
            <th scope="row" dir="auto" className="py-1 pe-3 text-start font-semibold">
              {name}
            </th>
            {cells.map(({ text, was, behind }, at) => (
              // Cells have no name of their own but their column’s.
              <td key={others[at]} className="px-2 py-1 text-end whitespace-nowrap">
                <Figure text={text} behind={behind} onShow={onShow} />
                {was !== null && (
                  <span className="block text-caption text-ink-soft">{t('table.was', { value: was })}</span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
