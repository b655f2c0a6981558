import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Trial, TrialFigure, TrialResult } from '../../../../../shared/model/trial';
import { cx } from '../../../ui/cx';

interface Props {
  readonly trial: Trial;
  readonly result: TrialResult;
}

interface Row {
  readonly key: string;
  readonly name: ReactNode;
  readonly patients: number;
  readonly median: TrialFigure;
  readonly p90: TrialFigure;
}

const dayFigures = ['unseen', 'noShows', 'displaced', 'promoted', 'overtimeMinutes'] as const;

/** Waits by kind of patient and by doctor as pairs of bars, the rest of a day as a list; each with what is noise. */
export function TrialFigures({ trial, result }: Props) {
  const { t } = useTranslation(['rules', 'common', 'admin']);
  const names = new Map(trial.basis.map(({ doctorId, name }) => [doctorId, name]));
  const sources = result.sources.map((one) => ({
    ...one,
    key: one.source,
    name: t(`common:source.${one.source}`),
  }));
  const doctors = result.doctors.map((one) => ({
    ...one,
    key: one.doctorId,
    name: <bdi>{names.get(one.doctorId)}</bdi>,
  }));
  return (
    <div className="flex flex-col gap-5">
      <p className="flex flex-wrap gap-x-5 text-small">
        <Legend className="bg-line-strong" text={t('trial.now')} />
        <Legend className="bg-accent" text={t('trial.proposed')} />
      </p>
      <Waits title={t('trial.bySource')} rows={sources} />
      {doctors.length > 1 && <Waits title={t('trial.byDoctor')} rows={doctors} />}
      <div>
        <h3 className="font-bold">{t('trial.day')}</h3>
        <table className="figures mt-1 w-full text-small">
          <thead>
            <tr className="text-start text-ink-soft">
              <th />
              <th className="text-start font-semibold">{t('trial.now')}</th>
              <th className="text-start font-semibold">{t('trial.proposed')}</th>
              <th className="text-start font-semibold">{t('trial.difference')}</th>
            </tr>
          </thead>
          <tbody>
            {dayFigures.map((name) => (
              <tr key={name} className="border-t border-line">
                <th scope="row" className="py-1 pe-4 text-start font-normal">
                  {t(`trial.figure.${name}`)}
                </th>
                <td>{numberText(result.day[name].now)}</td>
                <td className="font-semibold">{numberText(result.day[name].proposed)}</td>
                <td>
                  <Difference figure={result.day[name]} isBetterLess={name !== 'promoted'} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="text-small text-pretty text-ink-soft">{t('trial.honest', { days: trial.days })}</p>
    </div>
  );
}

function Legend({ className, text }: { readonly className: string; readonly text: string }) {
  return (
    <span className="flex items-center gap-1.5">
      <span aria-hidden="true" className={cx('size-3 rounded-small', className)} />
      {text}
    </span>
  );
}

function Waits({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }) {
  const { t } = useTranslation(['rules', 'common', 'admin']);
  const most = Math.max(1, ...rows.flatMap(({ median, p90 }) => [median, p90].flatMap(bothOf)));
  return (
    <div>
      <h3 className="font-bold">{title}</h3>
      <table className="figures mt-1 w-full table-fixed text-small">
        <thead>
          <tr className="text-ink-soft">
            <th className="w-40" />
            <th className="text-start font-semibold">{t('trial.median')}</th>
            <th className="text-start font-semibold">{t('trial.p90')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, patients, median, p90 }) => (
            <tr key={key} data-testid={`rules-trial-${key}`} className="border-t border-line align-top">
              <th scope="row" className="py-2 pe-3 text-start font-normal">
                <span className="block font-semibold">{name}</span>
                <span className="text-caption text-ink-soft">
                  {t('trial.patients', { count: Math.round(patients) })}
                </span>
              </th>
              <td className="py-2 pe-6">
                <Pair figure={median} most={most} />
              </td>
              <td className="py-2">
                <Pair figure={p90} most={most} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Two bars of minutes, one under the other, and how they differ. */
function Pair({ figure, most }: { readonly figure: TrialFigure; readonly most: number }) {
  const { t } = useTranslation(['rules', 'common', 'admin']);
  if (figure.now === null && figure.proposed === null)
    return <span className="text-ink-soft">{t('trial.nobody')}</span>;
  return (
    <div className="flex flex-col gap-0.5">
      <Bar value={figure.now} most={most} className="bg-line-strong" label={t('trial.now')} />
      <Bar value={figure.proposed} most={most} className="bg-accent" label={t('trial.proposed')} />
      <Difference figure={figure} isBetterLess />
    </div>
  );
}

interface BarProps {
  readonly value: number | null;
  readonly most: number;
  readonly className: string;
  readonly label: string;
}

function Bar({ value, most, className, label }: BarProps) {
  const { t } = useTranslation(['rules', 'common', 'admin']);
  return (
    <div className="flex items-center gap-2">
      <span className="sr-only">{label}</span>
      <span className="flex h-3 min-w-0 grow rounded-small bg-sunken">
        <span
          aria-hidden="true"
          className={cx('rounded-small', className)}
          style={{ inlineSize: `${(100 * (value ?? 0)) / most}%` }}
        />
      </span>
      <span className="w-20 shrink-0 whitespace-nowrap">
        {value === null ? '–' : t('trial.minutes', { n: numberText(value) })}
      </span>
    </div>
  );
}

interface DifferenceProps {
  readonly figure: TrialFigure;
  readonly isBetterLess: boolean;
}

/** What is no larger than its noise is said to be none. */
function Difference({ figure: { now, proposed, noise }, isBetterLess }: DifferenceProps) {
  const { t } = useTranslation(['rules', 'common', 'admin']);
  if (now === null || proposed === null || noise === null) return <span className="text-ink-soft">–</span>;
  const difference = proposed - now;
  const within = numberText(noise);
  if (difference === 0) return <span className="text-ink-soft">{t('trial.same')}</span>;
  if (Math.abs(difference) <= noise)
    return <span className="text-ink-soft">{t('trial.noise', { noise: within })}</span>;
  const isBetter = difference < 0 === isBetterLess;
  const sign = difference > 0 ? '+' : '−';
  return (
    <strong className={isBetter ? 'text-success' : 'text-warn'}>
      {sign}
      {numberText(Math.abs(difference))} <span className="font-normal">± {within}</span>
    </strong>
  );
}

const bothOf = ({ now, proposed }: TrialFigure): number[] =>
  [now, proposed].filter((value) => value !== null);

/** One decimal where it says something. */
function numberText(value: number | null): string {
  if (value === null) return '–';
  return value >= 10 ? String(Math.round(value)) : String(Math.round(value * 10) / 10);
}
