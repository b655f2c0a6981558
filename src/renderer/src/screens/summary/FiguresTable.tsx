import { useTranslation } from 'react-i18next';
import type { DayFigures, DaySummary } from '../../../../shared/model/day';
import { i18n } from '../../i18n';

const ways = ['leftUnseen', 'sentAway', 'doctorGone', 'closedByClock'] as const;
const counts = [
  ...(['issued', 'served', 'noShows', 'notSeen'] as const),
  ...ways,
  ...(['cancelled', 'transferred', 'open'] as const),
] as const;
/** What most days have nobody of. */
const rare: ReadonlySet<string> = new Set([...ways, 'open']);

/** Per doctor, and in all. */
export function FiguresTable({ doctors, total }: Pick<DaySummary, 'doctors' | 'total'>) {
  const { t } = useTranslation(['day', 'common']);
  const shown = counts.filter((name) => !rare.has(name) || total[name] > 0);
  return (
    <div>
      <table className="figures w-full border-collapse text-small">
        <thead>
          <tr className="border-b-2 border-line-strong align-bottom">
            <th scope="col" className="py-1.5 pe-3 text-start">
              {t('summary.doctor')}
            </th>
            {shown.map((name) => (
              <th key={name} scope="col" className="px-2 py-1.5 text-end">
                {t(`summary.${name}`)}
              </th>
            ))}
            <th scope="col" className="px-2 py-1.5 text-end">
              {t('summary.wait')}
            </th>
            <th scope="col" className="px-2 py-1.5 text-end">
              {t('summary.consultation')}
            </th>
            <th scope="col" className="py-1.5 ps-2 text-end">
              {t('summary.busiest')}
            </th>
          </tr>
        </thead>
        <tbody>
          {doctors.map(({ doctor, figures }) => (
            <Row
              key={doctor.id}
              name={`${doctor.prefix}  ${doctor.name}`}
              figures={figures}
              shown={shown}
              testId={`summary-${doctor.prefix}`}
            />
          ))}
        </tbody>
        {doctors.length > 1 && (
          <tfoot className="border-t-2 border-line-strong font-bold">
            <Row name={t('summary.all')} figures={total} shown={shown} testId="summary-all" />
          </tfoot>
        )}
      </table>
    </div>
  );
}

interface RowProps {
  readonly name: string;
  readonly figures: DayFigures;
  readonly shown: readonly (typeof counts)[number][];
  readonly testId: string;
}

function Row({ name, figures, shown, testId }: RowProps) {
  return (
    <tr data-testid={testId} className="border-b border-line">
      <th scope="row" dir="auto" className="py-2 pe-3 text-start font-semibold">
        {name}
      </th>
      {shown.map((count) => (
        <td key={count} data-figure={count} className="px-2 py-2 text-end">
          {figures[count]}
        </td>
      ))}
      <td className="px-2 py-2 text-end whitespace-nowrap">{minutesText(figures.waitMinutes)}</td>
      <td className="px-2 py-2 text-end whitespace-nowrap">{minutesText(figures.consultationMinutes)}</td>
      <td className="py-2 ps-2 text-end whitespace-nowrap">{busiestText(figures.byHour)}</td>
    </tr>
  );
}

function minutesText(minutes: number | null): string {
  return minutes === null ? '–' : i18n.t('day:summary.min', { minutes: Math.round(minutes) });
}

/** The first of several hours that were as busy. */
function busiestText(byHour: DayFigures['byHour']): string {
  const most = Math.max(0, ...byHour.map(({ served }) => served));
  const busiest = byHour.find(({ served }) => served === most);
  return busiest === undefined ? '–' : hourText(busiest.hour);
}

/** `9–10`: an hour of the clock. */
export function hourText(hour: number): string {
  return `${hour}–${hour + 1}`;
}
