import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { nameFor } from '../../../../shared/model/doctor';
import type { DoctorSummary } from '../../../../shared/model/doctor-summary';
import { clinicNow } from '../../data/clock';
import { useStatus, useTimeZone } from '../../data/status';
import { currentLanguage } from '../../i18n';
import { isolated, momentText, slotText } from '../../i18n/format';
import { nextDayText, waitText } from '../../i18n/waits';
import { DoctorPhoto } from '../../parts/doctors/DoctorPhoto';
import { initials } from '../../ui/Avatar';
import { cx } from '../../ui/cx';
import { Icon } from '../../ui/Icon';
import { useMedia } from '../../ui/useMedia';

interface Props {
  readonly doctors: readonly DoctorSummary[];
  readonly onChoose: (summary: DoctorSummary) => void;
}

/** Above this many the doctors are sorted by department. */
const FEW = 6;

/** Whom do you want to see? With when, and how long it will take. */
export function DoctorStep({ doctors, onChoose }: Props) {
  const { t } = useTranslation('kiosk');
  const landscape = useMedia('(orientation: landscape)');
  const showsSome = useStatus()?.showsSome === true;
  const stacked = !landscape || doctors.length > 3;
  const hasPhotos = doctors.some(({ doctor }) => doctor.photo !== null);
  return (
    <div className="scroll-quiet flex grow flex-col gap-6 px-6 pt-1 pb-8 portrait:gap-10 portrait:px-8 portrait:pb-[12vh]">
      <div className="portrait:mt-auto">
        <h1 className="text-headline font-bold portrait:text-[2.6rem]">{t('doctor.title')}</h1>
        <p className="mt-1 text-lead text-ink-soft">
          {showsSome ? `${t('doctor.hint')} ${t('doctor.others')}` : t('doctor.hint')}
        </p>
      </div>
      <div className="flex flex-col gap-6 portrait:mb-auto">
        {departments(doctors).map(([department, members]) => (
          <section key={department} className="flex flex-col gap-3">
            {department !== '' && (
              <h2 dir="auto" className="text-lead font-bold text-ink-soft">
                {department}
              </h2>
            )}
            <ul className={cx('grid gap-4 portrait:gap-6', doctors.length > 3 && 'landscape:grid-cols-2')}>
              {members.map((summary) => (
                <li key={summary.doctor.id} className="flex min-w-0">
                  <DoctorChoice
                    summary={summary}
                    stacked={stacked}
                    hasPhotos={hasPhotos}
                    onChoose={() => onChoose(summary)}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

/** Few doctors need no headings. */
function departments(doctors: Props['doctors']): readonly (readonly [string, Props['doctors']])[] {
  if (doctors.length <= FEW) return [['', doctors]];
  const names = [...new Set(doctors.map(({ doctor }) => doctor.specialization))];
  return names.map((name) => [name, doctors.filter(({ doctor }) => doctor.specialization === name)]);
}

interface ChoiceProps {
  readonly summary: DoctorSummary;
  /** When and how many below the name, not beside it. */
  readonly stacked: boolean;
  /** Some doctor has a photo: who has none is told by the letter of the tokens. */
  readonly hasPhotos: boolean;
  readonly onChoose: () => void;
}

function DoctorChoice({ summary, stacked, hasPhotos, onChoose }: ChoiceProps) {
  const { t } = useTranslation('common');
  const { doctor, state } = summary;
  const closed = state === 'closed';
  const language = currentLanguage();
  const name = nameFor(doctor, language);
  return (
    <Button
      data-testid={`kiosk-doctor-${doctor.prefix}`}
      isDisabled={closed}
      onPress={onChoose}
      className={cx(
        'flex w-full min-w-0 gap-x-6 gap-y-4 rounded-ticket border-2 border-transparent bg-surface p-5 text-start shadow-card transition-ground portrait:p-6',
        'data-pressed:border-accent data-pressed:bg-accent-soft',
        stacked ? 'flex-col justify-between' : 'items-center',
        closed ? 'bg-transparent border-line shadow-none' : 'cursor-pointer data-hovered:border-accent',
      )}
    >
      <span className="flex min-w-0 grow items-center gap-5">
        <DoctorPhoto
          doctor={doctor}
          isMuted={closed}
          letters={hasPhotos ? doctor.prefix : initials(name, language)}
          className="size-18 text-title"
        />
        <span className="min-w-0 grow">
          <span dir="auto" className={cx('line-clamp-2 text-title font-bold', closed && 'text-ink-soft')}>
            {name}
          </span>
          <span className="flex flex-wrap gap-x-4 text-lead text-ink-soft">
            <span dir="auto">{doctor.specialization}</span>
            {doctor.room !== '' && (
              <span className="flex items-center gap-1.5">
                <Icon name="door" />
                {t('room', { room: isolated(doctor.room) })}
              </span>
            )}
          </span>
        </span>
      </span>
      <Availability summary={summary} stacked={stacked} />
    </Button>
  );
}

function Availability({ summary, stacked }: Pick<ChoiceProps, 'summary' | 'stacked'>) {
  const { t } = useTranslation('kiosk');
  const place = stacked
    ? 'w-full flex-wrap items-center justify-between gap-x-5 gap-y-1 border-t border-line pt-3'
    : 'max-w-[45%] flex-col items-end gap-1 text-end';
  const { state, nextSlot, ahead, delayMinutes, breakUntil, wait, nextDay } = summary;
  const timeZone = useTimeZone();
  if (state === 'closed') {
    return (
      <span className={cx('flex shrink-0 text-lead font-semibold text-ink-soft', place)}>
        <span className="flex items-center gap-2">
          <Icon name="moon" />
          {t('doctor.closed')}
        </span>
        {nextDay !== null && (
          <span data-testid="kiosk-next-day" className="figures text-body font-normal">
            {nextDayText(nextDay)}
          </span>
        )}
      </span>
    );
  }
  return (
    <span className={cx('flex shrink-0', place)}>
      {state === 'list' || nextSlot === null ? (
        <span className="flex items-center gap-2 rounded-control bg-warn-soft px-3 py-1 text-lead leading-tight font-bold text-warn">
          <Icon name="hourglass" />
          {t('doctor.full')}
        </span>
      ) : (
        <span className="flex items-center gap-2 text-title font-bold text-accent">
          <Icon name="clock" />
          <span className="sr-only">{t('doctor.nextTime')}</span>
          <span className="figures">{slotText(nextSlot)}</span>
        </span>
      )}
      <span
        className={cx(
          'figures flex flex-wrap gap-x-4 font-semibold text-ink-soft',
          !stacked && 'justify-end',
        )}
      >
        <span>{t('ahead', { count: ahead })}</span>
        {wait !== null && (
          <span data-testid="kiosk-wait" className="flex items-center gap-1.5">
            <Icon name="hourglass" />
            <span className="sr-only">{t('done.wait')}</span>
            {waitText(wait, timeZone)}
          </span>
        )}
      </span>
      {breakUntil !== null ? (
        <span data-testid="kiosk-break" className="font-semibold text-warn">
          {t('break', { time: momentText(breakUntil, timeZone, clinicNow()) })}
        </span>
      ) : (
        delayMinutes > 0 && (
          <span className="font-semibold text-warn">{t('late', { count: delayMinutes })}</span>
        )
      )}
    </span>
  );
}
