import { useTranslation } from 'react-i18next';
import type { Precedence, Token } from '../../../../shared/model/token';
import { cx } from '../../ui/cx';

interface Props {
  readonly token: Pick<Token, 'precedence' | 'precedenceFrom'>;
  readonly size?: 'small' | 'medium';
}

/** R26: a need that goes first among equals; for staff only, never on board or slip. */
export function NeedMark({ token: { precedence, precedenceFrom }, size = 'small' }: Props) {
  if (precedence === null) return null;
  return <Mark need={precedence} isClaim={precedenceFrom === 'patient'} size={size} />;
}

interface MarkProps {
  readonly need: Precedence;
  /** Nobody here has seen it. */
  readonly isClaim: boolean;
  readonly size: 'small' | 'medium';
}

/** Apart, since nearly every row of long lists has none. */
function Mark({ need, isClaim, size }: MarkProps) {
  const { t } = useTranslation(['desk', 'common']);
  const text = t(`rules.need.${need}`);
  return (
    <span
      className={cx(
        'shrink-0 font-bold whitespace-nowrap',
        isClaim
          ? 'border border-current/50 border-dashed text-ink-soft'
          : 'inset-ring inset-ring-current/20 bg-accent-soft text-on-accent-soft',
        size === 'small' ? 'rounded-[3px] px-1 text-[0.68rem]' : 'rounded-small px-2 py-0.5 text-caption',
      )}
    >
      {isClaim ? t(size === 'small' ? 'rules.need.claimShort' : 'rules.need.claim', { need: text }) : text}
    </span>
  );
}
