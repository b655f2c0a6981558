import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { CheckInObstacle } from '../../../../shared/model/check-in';
import { dayText, isolated, timeText } from '../../i18n/format';

interface Props {
  readonly obstacle: CheckInObstacle;
  readonly timeZone: string;
}

/** Why a booking is not checked in here now, and whom to ask. */
export function ObstacleText({ obstacle, timeZone }: Props) {
  const { t } = useTranslation('kiosk');
  return (
    <div data-testid="kiosk-obstacle" className="text-lead text-warn">
      <p className="font-semibold">{obstacleTitle(t, obstacle, timeZone)}</p>
      <p>{t('booking.askDesk')}</p>
    </div>
  );
}

export function obstacleTitle(t: TFunction<'kiosk'>, obstacle: CheckInObstacle, timeZone: string): string {
  switch (obstacle.why) {
    case 'too_early':
      return t('booking.tooEarly', { time: isolated(timeText(obstacle.from, timeZone)) });
    case 'too_late':
      return t('booking.tooLate', { time: isolated(timeText(obstacle.until, timeZone)) });
    case 'other_day':
      return t('booking.otherDay', { day: isolated(dayText(obstacle.serviceDay)) });
    case 'day_not_begun':
      return t('booking.dayNotBegun', {
        day: isolated(dayText(obstacle.serviceDay)),
        time: isolated(timeText(obstacle.begins, timeZone)),
      });
  }
}
