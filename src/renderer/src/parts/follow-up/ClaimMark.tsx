import { useTranslation } from 'react-i18next';
import { claimOf, type FollowUpMark, type Token } from '../../../../shared/model/token';
import { cx } from '../../ui/cx';

interface Props {
  readonly token: Pick<Token, 'source' | 'followUp' | 'number'>;
  readonly size?: 'small' | 'medium';
}

/** A follow-up that is only claimed, and why: for staff to know, not to act on; never on board, kiosk or slip. */
export function ClaimMark({ token, size = 'small' }: Props) {
  const claim = claimOf(token);
  return claim === null ? null : <Mark claim={claim} number={token.number} size={size} />;
}

interface MarkProps {
  readonly claim: Exclude<FollowUpMark, 'due'>;
  readonly number: string;
  readonly size: 'small' | 'medium';
}

/** Apart, since nearly every row of long lists has none. */
function Mark({ claim, number, size }: MarkProps) {
  const { t } = useTranslation(['desk', 'common']);
  const why = t(`rules.claim.${claim}`);
  return (
    <span
      title={why}
      data-testid={`claim-${number}`}
      className={cx(
        'inset-ring inset-ring-current/40 bg-warn-soft font-bold text-warn',
        size === 'small'
          ? 'shrink-0 rounded-[3px] px-1 text-[0.68rem] whitespace-nowrap'
          : 'rounded-small px-2 py-0.5 text-caption',
      )}
    >
      {size === 'small' ? t('rules.claim.short') : why}
    </span>
  );
}
