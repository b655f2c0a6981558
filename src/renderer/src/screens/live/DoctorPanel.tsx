import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveDoctor } from '../../../../shared/model/live';
import { MINUTE } from '../../../../shared/model/time';
import { clockRangeText, isolated, minutesOf, timeText } from '../../i18n/format';
import { cx } from '../../ui/cx';
import { Icon } from '../../ui/Icon';

interface Props {
  readonly doctor: LiveDoctor;
  readonly timeZone: string;
  readonly now: number;
}

/** Between two patients every room is empty for a moment. */
const SHORT_MS = 2 * MINUTE;

/** One doctor's morning: who waits against the target, when it will end, and whether the room is empty. */
export function DoctorPanel({ doctor: live, timeZone, now }: Props) {
  const { t } = useTranslation('live');
  const { doctor, state, from, lateMinutes, waiting, overTarget, longest } = live;
  const { printedEnd, expectedEnd, idleSince } = live;
  const isOver = overTarget > 0;
  const isIdle = idleSince !== null && now - idleSince >= SHORT_MS;
  return (
    <li
      data-testid={`live-doctor-${doctor.prefix}`}
      className={cx(
        'flex min-w-0 flex-col gap-2 rounded-card border bg-surface p-4 shadow-card',
        isOver || isIdle ? 'border-warn' : 'border-line',
      )}
    >
      <header className="flex items-start gap-3">
        <span className="signage shrink-0 rounded-control bg-ticket px-2 text-lead text-on-ticket">
          {doctor.prefix}
        </span>
        <div className="min-w-0 grow">
          <h2 className="truncate font-bold">
            <bdi>{doctor.name}</bdi>
          </h2>
          <p className="truncate text-small text-ink-soft">
            {t(`state.${state}`, { time: from === null ? '' : timeText(from, timeZone) })}
            {lateMinutes > 0 && ` · ${t('late', { count: lateMinutes })}`}
          </p>
        </div>
      </header>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <strong className="figures text-lead">{t('here', { count: waiting })}</strong>
        {waiting > 0 && (
          <span
            data-testid="live-over"
            className={cx('figures font-semibold', isOver ? 'text-danger' : 'text-success')}
          >
            {t('over', { count: overTarget })}
          </span>
        )}
      </p>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-small">
        <Line label={t('longest')} isWarning={isOver}>
          {longest === null ? (
            t('longestNone')
          ) : (
            <Wait
              text={t('longestText', {
                number: isolated(longest.number),
                minutes: minutesOf(now - longest.since),
                target: Math.round(longest.targetMinutes),
              })}
              share={(now - longest.since) / MINUTE / longest.targetMinutes}
              isOver={isOver}
            />
          )}
        </Line>
        <Line label={t('end')} isWarning={false}>
          {expectedEnd === null ? t('endNone') : clockRangeText(expectedEnd, timeZone)}
          {printedEnd !== null && (
            <span className="block text-caption text-ink-soft">
              {t('printed', { time: timeText(printedEnd, timeZone) })}
            </span>
          )}
        </Line>
        <Line label={t('idle')} isWarning={isIdle}>
          {idleSince === null
            ? t('idleNone')
            : t('idleText', { time: timeText(idleSince, timeZone), minutes: minutesOf(now - idleSince) })}
        </Line>
      </dl>
    </li>
  );
}

interface LineProps {
  readonly label: string;
  readonly isWarning: boolean;
  readonly children: ReactNode;
}

function Line({ label, isWarning, children }: LineProps) {
  return (
    <>
      <dt className="text-ink-soft">{label}</dt>
      <dd className={cx('figures min-w-0', isWarning && 'font-semibold text-danger')}>
        {isWarning && <Icon name="warn" className="me-1 inline size-[1em]" />}
        {children}
      </dd>
    </>
  );
}

interface WaitProps {
  readonly text: string;
  readonly share: number;
  /** By the count above it: what is said in green is not shown in red. */
  readonly isOver: boolean;
}

/** The text, and a bar that is full at the target. */
function Wait({ text, share, isOver }: WaitProps) {
  return (
    <>
      {text}
      <span aria-hidden="true" className="mt-1 block h-1.5 overflow-hidden rounded-pill bg-sunken">
        <span
          className={cx('block h-full', share > 1 && isOver ? 'bg-danger' : 'bg-accent')}
          style={{ inlineSize: `${Math.min(100, Math.max(0, share * 100))}%` }}
        />
      </span>
    </>
  );
}
