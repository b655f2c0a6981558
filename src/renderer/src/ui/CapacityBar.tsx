import { useTranslation } from 'react-i18next';
import { cx } from './cx';

interface Props {
  /** Used seats, overflow included. */
  readonly used: number;
  readonly capacity: number;
  /** Seats above capacity, for emergencies only. */
  readonly overflowSeats: number;
  readonly className?: string;
}

/** Above this a tick a seat is no longer countable, and the bar is drawn whole. */
const MOST_TICKS = 24;

/** Seats as ticks: taken, free, and after a gap the ones kept for emergencies. The numbers stand beside it. */
export function CapacityBar({ used, capacity, overflowSeats, className }: Props) {
  const { t } = useTranslation();
  const seated = Math.min(used, capacity);
  const above = Math.max(0, used - capacity);
  const words = t('seatsUsed', { used: seated, capacity });
  const label =
    overflowSeats > 0 ? `${words}, ${t('overflowUsed', { used: above, seats: overflowSeats })}` : words;
  const full = seated >= capacity;

  return (
    <div role="img" aria-label={label} className={cx('flex h-2 items-stretch gap-1.5', className)}>
      <div className="flex grow gap-px overflow-hidden rounded-pill">
        {capacity <= MOST_TICKS ? (
          ticks(capacity).map((seat) => (
            <span
              key={seat}
              className={cx('grow', seat < seated ? (full ? 'bg-bar-full' : 'bg-bar') : 'bg-line')}
            />
          ))
        ) : (
          <span className="grow bg-line">
            <span
              className={cx('block h-full', full ? 'bg-bar-full' : 'bg-bar')}
              style={{ inlineSize: `${(100 * seated) / capacity}%` }}
            />
          </span>
        )}
      </div>
      {overflowSeats > 0 && overflowSeats <= MOST_TICKS && (
        <div className="flex gap-px overflow-hidden rounded-pill">
          {ticks(overflowSeats).map((seat) => (
            <span key={seat} className={cx('w-3', seat < above ? 'bg-bar-overflow' : 'bg-danger-soft')} />
          ))}
        </div>
      )}
    </div>
  );
}

function ticks(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
