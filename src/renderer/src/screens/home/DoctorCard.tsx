import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DoctorSummary } from '../../../../shared/model/doctor-summary';
import { clinicNow } from '../../data/clock';
import { useTimeZone } from '../../data/status';
import { i18n } from '../../i18n';
import { momentText, slotText } from '../../i18n/format';
import { Plate } from '../../ui/Avatar';
import { cx } from '../../ui/cx';
import { Icon } from '../../ui/Icon';

interface Props {
  readonly summary: DoctorSummary;
  readonly onOpen: () => void;
}

/** One doctor's door: letter, name, room, and who is there. */
export function DoctorCard({ summary, onOpen }: Props) {
  const { t } = useTranslation(['home', 'common']);
  const { doctor, ahead, waiting, delayMinutes, breakUntil } = summary;
  const timeZone = useTimeZone();
  return (
    <Button
      data-testid={`home-open-doctor-${doctor.prefix}`}
      onPress={onOpen}
      className="flex w-full cursor-pointer flex-col gap-4 rounded-ticket border border-line bg-surface p-5 text-start shadow-card transition-shadow data-hovered:border-accent data-hovered:shadow-raised"
    >
      <span className="flex w-full items-start gap-4">
        <Plate prefix={doctor.prefix} />
        <span className="min-w-0 grow">
          <span dir="auto" className="line-clamp-2 text-lead font-bold">
            {doctor.name}
          </span>
          <span dir="auto" className="block truncate text-ink-soft">
            {doctor.specialization}
          </span>
        </span>
      </span>
      <span className="flex w-full items-end justify-between gap-3">
        <span className="flex items-baseline gap-2">
          <span className="signage text-display">{ahead}</span>
          <span className="text-ink-soft">{t('here', { count: ahead })}</span>
        </span>
        {doctor.room !== '' && (
          <span className="flex items-center gap-1.5 font-semibold text-ink-soft">
            <Icon name="door" />
            {t('common:room', { room: doctor.room })}
          </span>
        )}
      </span>
      <span className="mt-auto flex w-full flex-col gap-0.5 border-t border-line pt-3 text-small text-ink-soft">
        <span className={cx('font-semibold', summary.state === 'list' && 'text-warn')}>
          {stateText(summary)}
        </span>
        <span>{t('onList', { count: waiting })}</span>
        {breakUntil !== null ? (
          <span className="text-warn">
            {t('break', { time: momentText(breakUntil, timeZone, clinicNow()) })}
          </span>
        ) : (
          delayMinutes > 0 && <span className="text-warn">{t('delayed', { count: delayMinutes })}</span>
        )}
      </span>
    </Button>
  );
}

function stateText({ doctor, state, nextSlot }: DoctorSummary): string {
  if (!doctor.active) return i18n.t('home:noMorePatients');
  if (state === 'closed') return i18n.t('home:closed');
  return nextSlot === null || state === 'list'
    ? i18n.t('home:list')
    : i18n.t('home:nextSlot', { slot: slotText(nextSlot) });
}
