import { useTranslation } from 'react-i18next';
import type { Report } from '../../../../shared/model/report';
import { shortDayText } from '../../i18n/format';
import { behindOf, type CellWish } from './behind';
import { Figure } from './Figure';
import type { Behind } from './view';
import { figureText, valueText } from './words';

interface Props {
  readonly report: Report;
  readonly onShow?: (behind: Behind<CellWish>) => void;
}

/** The figures over all days, with the two periods that they are held against. */
export function Overview({ report, onShow }: Props) {
  const { t } = useTranslation('reports');
  const total = report.tables.find(({ by }) => by === 'total');
  const [row] = total?.rows ?? [];
  if (total === undefined || row === undefined) return null;
  const daysOf = ({ from, to }: Report['before']): string =>
    from === to ? shortDayText(from) : t('overview.days', { from: shortDayText(from), to: shortDayText(to) });
  return (
    <section
      aria-label={t('overview.title')}
      data-testid="reports-overview"
      className="overflow-x-auto rounded-card border border-line bg-surface p-4"
    >
      <table className="figures report-table w-full border-collapse text-small">
        <thead>
          <tr className="border-b-2 border-line-strong align-bottom">
            <th scope="col" className="py-1.5 pe-3 text-start">
              {t('overview.figure')}
            </th>
            <th scope="col" className="px-2 py-1.5 text-end">
              {t('overview.now')}
            </th>
            <th scope="col" className="px-2 py-1.5 text-end">
              {t('overview.before', { days: daysOf(report.before) })}
            </th>
            {row.weekday && (
              <th scope="col" className="px-2 py-1.5 text-end">
                {t('overview.weekday', { days: daysOf(report.weekday) })}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {total.figures.map((figure, at) => (
            <tr key={figure} data-row={figure} className="border-b border-line last:border-0">
              <th scope="row" className="py-1 pe-3 text-start font-semibold">
                {figureText(figure)}
              </th>
              <td className="px-2 py-1 text-end text-lead font-bold whitespace-nowrap" data-figure={figure}>
                <Figure
                  text={valueText(figure, row.cells[at] ?? null)}
                  behind={row.cells[at] ? behindOf(report, 'total', '', figure) : null}
                  onShow={onShow}
                />
              </td>
              <td className="px-2 py-1 text-end whitespace-nowrap">
                {valueText(figure, row.before?.[at] ?? null)}
              </td>
              {row.weekday && (
                <td className="px-2 py-1 text-end whitespace-nowrap">
                  {valueText(figure, row.weekday[at] ?? null)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
