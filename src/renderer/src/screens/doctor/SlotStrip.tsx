import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SlotView } from '../../../../shared/model/slot';
import { clockText } from '../../../../shared/model/time';
import { slotText } from '../../i18n/format';
import { CapacityBar } from '../../ui/CapacityBar';
import { cx } from '../../ui/cx';

interface Props {
  readonly slots: readonly SlotView[];
  /** The day is closed: no seat is free any more. */
  readonly isClosed: boolean;
}

/** The day from left to right: what is used, what is left, where we are. */
export const SlotStrip = memo(function SlotStrip({ slots, isClosed }: Props) {
  const { t } = useTranslation(['doctor', 'common']);
  if (slots.length === 0) return <p className="shrink-0 text-ink-soft">{t('noSlots')}</p>;
  return (
    <section aria-label={t('slots')} className="min-w-0 shrink-0 grow basis-0">
      <ol className="grid auto-cols-[minmax(11rem,1fr)] grid-flow-col gap-2 -m-0.5 overflow-x-auto p-0.5 [scrollbar-width:thin]">
        {slots.map((slot) => (
          <SlotCard key={slot.id} slot={slot} isClosed={isClosed} />
        ))}
      </ol>
    </section>
  );
});

interface CardProps {
  readonly slot: SlotView;
  readonly isClosed: boolean;
}

const SlotCard = memo(function SlotCard({ slot, isClosed }: CardProps) {
  const { t } = useTranslation(['doctor', 'common']);
  const { used, free, capacity, overflowSeats, extras, delayMinutes } = slot;
  const phase = isClosed && slot.phase !== 'ended' ? 'closed' : slot.phase;
  const over = phase === 'ended' || phase === 'closed';
  return (
    <li
      data-testid={`doctor-slot-${clockText(slot.startMinute)}`}
      aria-current={phase === 'running' ? 'time' : undefined}
      className={cx(
        'flex min-w-0 flex-col gap-1.5 rounded-control border px-3 py-2',
        phase === 'running' ? 'border-accent bg-surface shadow-card ring-1 ring-accent' : 'border-line',
        over ? 'bg-transparent' : 'bg-surface',
      )}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-2">
        <span
          className={cx('figures min-w-0 text-small font-semibold text-balance', over && 'text-ink-soft')}
        >
          {slotText(slot)}
        </span>
        <span
          className={cx(
            'rounded-small text-caption font-semibold whitespace-nowrap',
            phase === 'running' ? 'bg-accent px-1.5 text-on-accent' : 'text-ink-faint',
            phase === 'upcoming' && 'max-[1100px]:sr-only',
          )}
        >
          {t(`doctor:phase.${phase}`)}
        </span>
      </div>
      <CapacityBar
        used={used}
        capacity={capacity}
        overflowSeats={overflowSeats}
        className={over ? 'opacity-60' : ''}
      />
      <div className="figures flex flex-wrap items-baseline gap-x-2 text-caption text-ink-soft">
        <span className="text-small font-bold text-ink">{t('seats', { used, capacity })}</span>
        {!over && free > 0 && <span>{t('free', { count: free })}</span>}
        {overflowSeats > 0 && used > capacity && (
          <span className="font-semibold text-danger">
            {t('overflow', { used: used - capacity, seats: overflowSeats })}
          </span>
        )}
        {extras > 0 && <span>{t('extras', { n: extras })}</span>}
        {delayMinutes > 0 && (
          <span className="font-semibold text-warn">{t('delayed', { minutes: delayMinutes })}</span>
        )}
      </div>
    </li>
  );
});
