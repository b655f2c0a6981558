import { useTranslation } from 'react-i18next';
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
  /** Says it all by itself: data and clock are for practice. */
  readonly training: boolean;
}

/** What everybody must know of this window: practice data, a clock that is not real, a lost connection. */
export function StateChips({ demo, clockShifted, lost, training }: Props) {
  const { t } = useTranslation();
  return (
    <>
      {training && (
        <Chip
          icon="warn"
          text={t('chip.training')}
          meaning={t('chip.trainingMeaning')}
          className="bg-signal text-on-signal uppercase tracking-wide"
        />
      )}
      {demo && !training && (
        <Chip
          icon="ticket"
          text={t('chip.demo')}
          meaning={t('chip.demoMeaning')}
          className="bg-signal text-on-signal uppercase tracking-wide"
        />
      )}
      {clockShifted && !training && (
        <Chip
          icon="clock"
          text={t('chip.demoClock')}
          meaning={t('chip.demoClockMeaning')}
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
