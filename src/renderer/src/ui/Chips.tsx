import { t } from '../i18n';
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
  readonly demo: boolean;
  readonly clockShifted: boolean;
  readonly lost: boolean;
}

/** What everybody must know of this window: practice data, a clock that is not real, a lost connection. */
export function StateChips({ demo, clockShifted, lost }: Props) {
  return (
    <>
      {demo && (
        <Chip
          icon="ticket"
          text={t.chips.demo}
          meaning={t.chips.demoMeaning}
          className="bg-signal text-on-signal uppercase tracking-wide"
        />
      )}
      {clockShifted && (
        <Chip
          icon="clock"
          text={t.chips.demoClock}
          meaning={t.chips.demoClockMeaning}
          className="bg-warn-soft text-warn"
        />
      )}
      {lost && (
        <Chip
          icon="warn"
          text={t.chips.lost}
          meaning={t.chips.lostMeaning}
          className="bg-danger text-on-danger"
        />
      )}
    </>
  );
}
