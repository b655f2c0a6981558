import { Button } from 'react-aria-components';
import type { DoctorSummary } from '../../../../shared/model/view';
import { t } from '../../i18n';
import { slotText } from '../../i18n/format';
import { Avatar } from '../../ui/Avatar';
import { cx } from '../../ui/cx';
import { EmptyState } from '../../ui/EmptyState';
import { Icon } from '../../ui/Icon';

interface Props {
  readonly doctors: readonly DoctorSummary[];
  readonly onChoose: (summary: DoctorSummary) => void;
}

/** The start: whom do you want to see? */
export function DoctorStep({ doctors, onChoose }: Props) {
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
    <div className="scroll-quiet flex grow flex-col gap-6 px-6 pt-3 pb-8 portrait:px-8 portrait:pt-8">
      <div>
        <h1 className="text-headline font-bold portrait:text-[2.6rem]">{t.kiosk.chooseDoctor}</h1>
        <p className="text-lead text-ink-soft">{t.kiosk.chooseHint}</p>
      </div>
      <ul className={cx('grid gap-4', doctors.length > 3 && 'landscape:grid-cols-2')}>
        {doctors.map((summary) => (
          <li key={summary.doctor.id} className="flex min-w-0">
            <DoctorChoice summary={summary} onChoose={() => onChoose(summary)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function DoctorChoice({
  summary,
  onChoose,
}: {
  readonly summary: DoctorSummary;
  readonly onChoose: () => void;
}) {
  const { doctor, state } = summary;
  const closed = state === 'closed';
  return (
    <Button
      data-testid={`kiosk-doctor-${doctor.prefix}`}
      isDisabled={closed}
      onPress={onChoose}
      className={cx(
        'flex w-full min-w-0 flex-wrap items-center gap-x-6 gap-y-3 rounded-ticket border-2 border-transparent bg-surface p-5 text-start shadow-card transition-colors portrait:p-6',
        'data-pressed:border-accent data-pressed:bg-accent-soft',
        closed ? 'bg-transparent border-line shadow-none' : 'cursor-pointer data-hovered:border-accent',
      )}
    >
      <Avatar name={doctor.name} className={cx('portrait:size-22', closed && 'bg-sunken text-ink-faint')} />
      <span className="min-w-[14rem] flex-1">
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
      <Availability summary={summary} />
    </Button>
  );
}

function Availability({ summary }: { readonly summary: DoctorSummary }) {
  const { state, nextSlot, ahead, delayMinutes } = summary;
  if (state === 'closed') {
    return (
      <span className="flex items-center gap-2 text-lead font-semibold text-ink-soft">
        <Icon name="moon" />
        {t.kiosk.closed}
      </span>
    );
  }
  return (
    <span className="flex shrink-0 flex-col items-start gap-1 landscape:items-end landscape:text-end">
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
