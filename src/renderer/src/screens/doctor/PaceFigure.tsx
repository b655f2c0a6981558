import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaceView } from '../../../../shared/model/day';
import { timeText } from '../../i18n/format';

interface Props {
  readonly pace: PaceView;
  readonly timeZone: string;
  readonly isClosed: boolean;
}

/** How many of the last consultations are drawn. */
const SHOWN = 16;
const WIDTH = 96;
const HEIGHT = 44;

/** The doctor's own pace today against usual, one bar a consultation, and when the last patient is done. */
export const PaceFigure = memo(function PaceFigure({ pace, timeZone, isClosed }: Props) {
  const { t } = useTranslation(['doctor', 'common']);
  const { today, todayMinutes, usualMinutes, doneBy } = pace;
  const usual = Math.round(usualMinutes);
  const slower = todayMinutes !== null && todayMinutes > usualMinutes * 1.25;
  return (
    <section
      aria-label={t('pace.label')}
      data-testid="doctor-pace"
      className="flex shrink-0 items-center gap-3 rounded-control border border-line bg-surface px-3 py-1.5"
    >
      <Bars minutes={today.slice(-SHOWN)} usual={usualMinutes} label={t('pace.plot', { n: today.length })} />
      <div className="figures min-w-0 leading-tight">
        <p className="text-small font-bold whitespace-nowrap">
          {todayMinutes === null ? (
            t('pace.none')
          ) : (
            <span className={slower ? 'text-warn' : ''}>
              {t('pace.today', { minutes: Math.round(todayMinutes) })}
            </span>
          )}
        </p>
        <p className="text-caption whitespace-nowrap text-ink-soft">{t('pace.usual', { minutes: usual })}</p>
        <p className="text-caption font-semibold whitespace-nowrap">
          {doneBy === null
            ? t(isClosed ? 'closedNow' : 'pace.nobodyLeft')
            : t('pace.doneBy', {
                from: timeText(doneBy.from, timeZone),
                to: timeText(doneBy.to, timeZone),
              })}
        </p>
      </div>
    </section>
  );
});

interface BarsProps {
  readonly minutes: readonly number[];
  readonly usual: number;
  readonly label: string;
}

function Bars({ minutes, usual, label }: BarsProps) {
  const top = Math.max(usual * 1.6, ...minutes, 1);
  const height = (value: number): number => Math.max(1.5, (value / top) * (HEIGHT - 2));
  const step = WIDTH / SHOWN;
  const bars = minutes.map((value, index) => ({ x: index * step, value }));
  const line = HEIGHT - height(usual);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      className="shrink-0 max-[1000px]:hidden"
    >
      <line x1="0" x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} className="stroke-line" />
      {bars.map(({ x, value }) => (
        <rect
          key={x}
          x={x + 0.5}
          y={HEIGHT - height(value)}
          width={step - 1.5}
          height={height(value)}
          rx="1"
          className={value > usual * 1.25 ? 'fill-warn' : 'fill-bar'}
        />
      ))}
      <line
        x1="0"
        x2={WIDTH}
        y1={line}
        y2={line}
        strokeDasharray="4 3"
        strokeWidth="1.5"
        className="stroke-ink-soft"
      />
    </svg>
  );
}
