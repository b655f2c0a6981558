import { useTranslation } from 'react-i18next';
import type { Booking } from '../../../../shared/model/booking';
import { nameFor } from '../../../../shared/model/doctor';
import type { TokenId } from '../../../../shared/model/ids';
import type { AppError } from '../../../../shared/result';
import { useTimeZone } from '../../data/status';
import { currentLanguage } from '../../i18n';
import { isolated, slotText } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { Icon } from '../../ui/Icon';
import { ObstacleText } from './ObstacleText';
import { Refusal } from './Refusal';

interface Props {
  readonly bookings: readonly Booking[];
  readonly refusal: AppError | null;
  readonly busy: boolean;
  readonly onCheckIn: (tokenId: TokenId) => void;
  readonly onAnother: () => void;
}

/** What was found: enough to know one's own by, and not enough to learn another's. */
export function Bookings({ bookings, refusal, busy, onCheckIn, onAnother }: Props) {
  const { t } = useTranslation('kiosk');
  const another = (
    <Button size="touch" icon="back" isDisabled={busy} onPress={onAnother} data-testid="kiosk-find-again">
      {t('booking.another')}
    </Button>
  );
  if (bookings.length === 0) {
    return (
      <EmptyState
        icon="help"
        title={t('booking.none')}
        text={t('booking.noneText')}
        testId="kiosk-no-booking"
      >
        {another}
      </EmptyState>
    );
  }
  return (
    <div className="scroll-quiet mx-auto flex w-full max-w-[64rem] grow flex-col gap-5 px-6 pb-8 portrait:justify-center portrait:gap-10 portrait:px-8 portrait:pb-[12vh]">
      <div>
        <h1 className="text-headline font-bold portrait:text-[2.6rem]">{t('booking.found')}</h1>
        <p className="mt-1 text-lead text-ink-soft">{t('booking.foundText')}</p>
      </div>
      {refusal !== null && <Refusal error={refusal} />}
      <ul className="flex flex-col gap-4 portrait:gap-6">
        {bookings.map((booking) => (
          <BookingCard
            key={booking.tokenId}
            booking={booking}
            busy={busy}
            onCheckIn={() => onCheckIn(booking.tokenId)}
          />
        ))}
      </ul>
      {another}
    </div>
  );
}

interface CardProps {
  readonly booking: Booking;
  readonly busy: boolean;
  readonly onCheckIn: () => void;
}

function BookingCard({ booking, busy, onCheckIn }: CardProps) {
  const { t } = useTranslation(['kiosk', 'common']);
  const { number, maskedName, doctor, slot, status, isHere, obstacle } = booking;
  const timeZone = useTimeZone();
  const open = status === 'active' || status === 'waiting' || status === 'displaced';
  return (
    <li
      data-testid={`kiosk-booking-${number}`}
      className="flex flex-wrap items-center gap-x-6 gap-y-4 rounded-ticket bg-surface p-5 shadow-card portrait:p-7"
    >
      <span dir="ltr" className="signage text-display whitespace-nowrap">
        {number}
      </span>
      <div className="min-w-0 grow basis-60">
        <p dir="auto" className="text-title font-bold">
          {maskedName}
        </p>
        <p className="flex flex-wrap gap-x-5 text-lead text-ink-soft">
          <bdi>{nameFor(doctor, currentLanguage())}</bdi>
          <span className="flex items-center gap-1.5">
            <Icon name="door" />
            {doctor.room === '' ? t('common:noRoom') : t('common:room', { room: isolated(doctor.room) })}
          </span>
          <span className="figures flex items-center gap-1.5">
            <Icon name={slot === null ? 'hourglass' : 'clock'} />
            {slot === null ? t('check.list') : slotText(slot)}
          </span>
        </p>
        {obstacle !== null && <ObstacleText obstacle={obstacle} timeZone={timeZone} />}
        {obstacle === null && (isHere || !open) && (
          <p className="text-lead font-semibold text-warn">
            {isHere ? t('booking.already') : t('booking.cannot')}
          </p>
        )}
      </div>
      {open && !isHere && obstacle === null && (
        <Button
          tone="primary"
          size="touch"
          icon="check"
          busy={busy}
          onPress={onCheckIn}
          className="text-title portrait:w-full"
          data-testid="kiosk-check-in"
        >
          {t('booking.checkIn')}
        </Button>
      )}
    </li>
  );
}
