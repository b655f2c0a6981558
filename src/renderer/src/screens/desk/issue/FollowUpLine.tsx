import { useTranslation } from 'react-i18next';
import type { FollowUp } from '../../../../../shared/model/follow-up';
import { dayMonthText } from '../../../i18n/format';
import { cx } from '../../../ui/cx';

interface Props {
  readonly followUp: FollowUp;
  readonly doctorName: string;
  /** Then it is said, too, where the doctor has never seen the patient. */
  readonly isFollowUp: boolean;
}

/** Whether the patient may come to this doctor again for less, and until when. */
export function FollowUpLine({ followUp, doctorName: doctor, isFollowUp }: Props) {
  const { t } = useTranslation(['desk', 'common']);
  const { kind } = followUp;
  if (kind === 'no_rule' || (kind === 'never_seen' && !isFollowUp)) return null;
  const seen = kind === 'never_seen' ? '' : t('rules.followUp.seen', { doctor, count: followUp.daysAgo });
  const text =
    kind === 'due'
      ? t(`rules.followUp.${followUp.terms}`, {
          seen,
          until: dayMonthText(followUp.until),
          count: followUp.left,
        })
      : kind === 'over'
        ? t('rules.followUp.over', { seen, until: dayMonthText(followUp.until) })
        : kind === 'used_up'
          ? t('rules.followUp.usedUp', { seen })
          : t('rules.followUp.neverSeen', { doctor });
  return (
    <p
      data-testid="desk-follow-up"
      aria-live="polite"
      className={cx(
        'text-small text-pretty',
        kind === 'due' ? 'font-semibold text-follow-up' : 'text-ink-soft',
      )}
    >
      {text}
    </p>
  );
}
