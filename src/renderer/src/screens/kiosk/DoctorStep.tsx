import { Button } from 'react-aria-components';
import type { DoctorSummary } from '../../../../shared/model/view';
import { t } from '../../i18n';
import { slotText } from '../../i18n/format';
import { Avatar } from '../../ui/Avatar';
import { cx } from '../../ui/cx';
import { EmptyState } from '../../ui/EmptyState';
import { Icon } from '../../ui/Icon';
import { useMedia } from '../../ui/useMedia';

interface Props {
  readonly doctors: readonly DoctorSummary[];
  readonly onChoose: (summary: DoctorSummary) => void;
}

/** The start: whom do you want to see? */
export function DoctorStep({ doctors, onChoose }: Props) {
  const landscape = useMedia('(orientation: landscape)');
  const stacked = !landscape || doctors.length > 3;
  if (doctors.length === 0) {
    return (
      <EmptyState
        icon="stethoscope"
        title={t.kiosk.noneTitle}
        text={t.kiosk.noneText}
        testId="kiosk-no-doctors"
      />
    );
  }
  if (doctors.every((one) => one.state === 'closed')) {
    return (
      <EmptyState icon="moon" title={t.kiosk.closedTitle} text={t.kiosk.closedText} testId="kiosk-closed" />
    );
  }
  return (
    <div className="scroll-quiet flex grow flex-col gap-6 px-6 pt-3 pb-8 portrait:gap-10 portrait:px-8 portrait:pb-[12vh]">
      <div className="portrait:mt-auto">
        <h1 className="text-headline font-bold portrait:text-[2.6rem]">{t.kiosk.chooseDoctor}</h1>
        <p className="mt-1 text-lead text-ink-soft">{t.kiosk.chooseHint}</p>
      </div>
      <ul
        className={cx(
          'grid gap-4 portrait:mb-auto portrait:gap-6',
          doctors.length > 3 && 'landscape:grid-cols-2',
        )}
      >
        {doctors.map((summary) => (
          <li key={summary.doctor.id} className="flex min-w-0">
            <DoctorChoice summary={summary} stacked={stacked} onChoose={() => onChoose(summary)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface ChoiceProps {
  readonly summary: DoctorSummary;
  /** When and how many below the name, not beside it. */
  readonly stacked: boolean;
  readonly onChoose: () => void;
}

function DoctorChoice({ summary, stacked, onChoose }: ChoiceProps) {
  const { doctor, state } = summary;
  const closed = state === 'closed';
  return (
    <Button
      data-testid={`kiosk-doctor-${doctor.prefix}`}
      isDisabled={closed}
      onPress={onChoose}
      className={cx(
        'flex w-full min-w-0 gap-x-6 gap-y-4 rounded-ticket border-2 border-transparent bg-surface p-5 text-start shadow-card transition-colors portrait:p-6',
        'data-pressed:border-accent data-pressed:bg-accent-soft',
        stacked ? 'flex-col justify-between' : 'items-center',
        closed ? 'bg-transparent border-line shadow-none' : 'cursor-pointer data-hovered:border-accent',
      )}
    >
      <span className="flex min-w-0 grow items-center gap-5">
        <Avatar name={doctor.name} muted={closed} />
        <span className="min-w-0 grow">
          <span dir="auto" className={cx('line-clamp-2 text-title font-bold', closed && 'text-ink-soft')}>
            {doctor.name}
          </span>
          <span className="flex flex-wrap gap-x-4 text-lead text-ink-soft">
            <span dir="auto">{doctor.specialization}</span>
            {doctor.room !== '' && (
              <span className="flex items-center gap-1.5">
                <Icon name="door" />
                {t.common.room(doctor.room)}
              </span>
            )}
          </span>
        </span>
      </span>
      <Availability summary={summary} stacked={stacked} />
    </Button>
  );
}

function Availability({ summary, stacked }: Omit<ChoiceProps, 'onChoose'>) {
  const place = stacked
    ? 'w-full flex-wrap items-center justify-between gap-x-5 gap-y-1 border-t border-line pt-3'
    : 'flex-col items-end gap-1 text-end';
  const { state, nextSlot, ahead, delayMinutes } = summary;
  if (state === 'closed') {
    return (
      <span className={cx('flex shrink-0 text-lead font-semibold text-ink-soft', place)}>
        <span className="flex items-center gap-2">
          <Icon name="moon" />
          {t.kiosk.closed}
        </span>
      </span>
    );
  }
  return (
    <span className={cx('flex shrink-0', place)}>
      {state === 'list' || nextSlot === null ? (
        <span className="flex items-center gap-2 rounded-control bg-warn-soft px-3 py-1 text-lead font-bold text-warn">
          <Icon name="hourglass" />
          {t.kiosk.full}
        </span>
      ) : (
        <span className="flex items-center gap-2 text-title font-bold text-accent">
          <Icon name="clock" />
          <span className="sr-only">{t.kiosk.nextTime}</span>
          <span className="figures">{slotText(nextSlot)}</span>
        </span>
      )}
      <span className="figures flex flex-wrap gap-x-4 text-body font-semibold text-ink-soft">
        {state === 'seats' && nextSlot !== null && <span>{t.kiosk.seatsLeft(nextSlot.free)}</span>}
        <span>{t.kiosk.ahead(ahead)}</span>
      </span>
      {delayMinutes > 0 && <span className="font-semibold text-warn">{t.kiosk.delayed(delayMinutes)}</span>}
    </span>
  );
}
