import { useTranslation } from 'react-i18next';
import type { DayFigures } from '../../../../shared/model/day';
import { cx } from '../../ui/cx';
import { hourText } from './FiguresTable';

const shares = [
  ['served', 'bg-bar'],
  ['noShows', 'bg-warn'],
  ['notSeen', 'bg-bar-overflow'],
  ['cancelled', 'bg-line-strong'],
  ['transferred', 'bg-follow-up'],
  ['open', 'bg-signal'],
] as const;

/** What became of the tokens, as one bar. */
export function ShareBar({ figures }: { readonly figures: DayFigures }) {
  const { t } = useTranslation(['day', 'common']);
  const parts = shares.filter(([name]) => figures[name] > 0);
  return (
    <figure className="flex flex-col gap-2">
      <figcaption className="font-bold">{t('summary.what', { n: figures.issued })}</figcaption>
      <div aria-hidden="true" className="flex h-7 gap-0.5 overflow-hidden rounded-control bg-sunken">
        {parts.map(([name, colour]) => (
          <span key={name} className={colour} style={{ flexGrow: figures[name] }} />
        ))}
      </div>
      <ul className="figures flex flex-wrap gap-x-5 gap-y-1 text-small">
        {parts.map(([name, colour]) => (
          <li key={name} className="flex items-center gap-1.5">
            <span aria-hidden="true" className={cx('size-3 rounded-small', colour)} />
            {t(`summary.${name}`)} <strong>{figures[name]}</strong>
          </li>
        ))}
      </ul>
    </figure>
  );
}

/** How many were seen in each hour, from the first to the last. */
export function HourBars({ byHour }: Pick<DayFigures, 'byHour'>) {
  const { t } = useTranslation(['day', 'common']);
  const first = byHour[0]?.hour;
  const last = byHour.at(-1)?.hour;
  if (first === undefined || last === undefined)
    return <p className="text-ink-soft">{t('summary.nobody')}</p>;
  const counts = new Map(byHour.map(({ hour, served }) => [hour, served]));
  const length = ((last - first + 24) % 24) + 1;
  const hours = Array.from({ length }, (_, index) => (first + index) % 24);
  const most = Math.max(...counts.values());
  return (
    <figure className="flex flex-col gap-2">
      <figcaption className="font-bold">{t('summary.byHour')}</figcaption>
      <ul className="figures flex h-44 items-end gap-2">
        {hours.map((hour) => {
          const served = counts.get(hour) ?? 0;
          return (
            <li
              key={hour}
              aria-label={t('summary.byHourText', { hour: hourText(hour), n: served })}
              className="flex h-full max-w-24 grow flex-col items-center justify-end gap-1"
            >
              <strong>{served}</strong>
              <span
                aria-hidden="true"
                className="min-h-px w-full rounded-t-small bg-bar"
                style={{ blockSize: `${(70 * served) / most}%` }}
              />
              <span className="text-small text-ink-soft">{hourText(hour)}</span>
            </li>
          );
        })}
      </ul>
    </figure>
  );
}
