import { useTranslation } from 'react-i18next';
import type { AppStatus } from '../../../shared/model/app-status';
import { cx } from './cx';
import { Icon, type IconName } from './Icon';

interface ChipProps {
  readonly icon: IconName;
  readonly text: string;
  /** The long form, for hover and screen readers. */
  readonly meaning: string;
  readonly className: string;
}

function Chip({ icon, text, meaning, className }: ChipProps) {
  return (
    <span
      title={meaning}
      className={cx(
        'inline-flex shrink-0 items-center gap-1.5 rounded-pill px-3 py-1 text-caption font-bold whitespace-nowrap',
        className,
      )}
    >
      <Icon name={icon} className="size-[1.15em]" />
      {text}
      <span className="sr-only">{meaning}</span>
    </span>
  );
}

interface Props {
  readonly clockShifted: boolean;
  readonly lost: boolean;
}

/** What everybody must know of this window: a clock that is not real, a lost connection. Practice has a banner. */
export function StateChips({ clockShifted, lost }: Props) {
  const { t } = useTranslation();
  return (
    <>
      {clockShifted && (
        <Chip
          icon="clock"
          text={t('chip.clock')}
          meaning={t('chip.clockMeaning')}
          className="bg-warn-soft text-warn"
        />
      )}
      {lost && (
        <Chip
          icon="warn"
          text={t('chip.lost')}
          meaning={t('chip.lostMeaning')}
          className="bg-danger text-on-danger"
        />
      )}
    </>
  );
}

/** A practice day's clock is its own, and the banner says so. */
export function isClockOff({
  clockShifted,
  practice,
}: Pick<AppStatus, 'clockShifted' | 'practice'>): boolean {
  return clockShifted && !practice;
}
