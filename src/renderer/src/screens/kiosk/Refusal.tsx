import { useTranslation } from 'react-i18next';
import { checkInObstacleSchema } from '../../../../shared/model/check-in';
import { dayWithRoomSchema } from '../../../../shared/model/otherwise';
import type { AppError } from '../../../../shared/result';
import { useTimeZone } from '../../data/status';
import { isolated } from '../../i18n/format';
import { nextDayText } from '../../i18n/waits';
import { Alert } from '../../ui/Alert';
import { obstacleTitle } from './ObstacleText';

/** Why it was refused, in the patient's language, and what to do now. Main's own words are for staff. */
export function Refusal({ error }: { readonly error: AppError }) {
  const { t } = useTranslation(['kiosk', 'common']);
  const timeZone = useTimeZone();
  const common = { testId: 'kiosk-error', className: 'text-lead' } as const;
  if (error.code === 'DUPLICATE_TOKEN') {
    const number = error.details?.number;
    const title =
      typeof number === 'string'
        ? t('refused.duplicate', { number: isolated(number) })
        : t('refused.duplicateUnknown');
    return <Alert {...common} tone="warn" icon="ticket" title={title} text={t('refused.duplicateText')} />;
  }
  if (error.code === 'CONFLICT' && error.details?.reason === 'hours_over') {
    const nextDay = dayWithRoomSchema.safeParse(error.details.nextDay).data;
    const next = nextDay === undefined ? undefined : nextDayText(nextDay);
    return <Alert {...common} tone="warn" icon="moon" title={t('common:otherwise.hoursOver')} text={next} />;
  }
  const obstacle = checkInObstacleSchema.safeParse(error.details?.obstacle).data;
  if (obstacle !== undefined) {
    return (
      <Alert
        {...common}
        tone="warn"
        icon="clock"
        title={obstacleTitle(t, obstacle, timeZone)}
        text={t('booking.askDesk')}
      />
    );
  }
  if (error.code === 'CONFLICT') {
    return <Alert {...common} tone="danger" title={t('refused.conflict')} text={t('refused.conflictText')} />;
  }
  return (
    <Alert {...common} tone="danger" title={t('refused.failed')} text={t('refused.failedText')}>
      {error.reference !== undefined && (
        <p className="text-body">{t('refused.reference', { reference: isolated(error.reference) })}</p>
      )}
    </Alert>
  );
}
