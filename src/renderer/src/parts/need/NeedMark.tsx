import { useTranslation } from 'react-i18next';
import type { Precedence } from '../../../../shared/model/token';
import { cx } from '../../ui/cx';

interface Props {
  readonly need: Precedence | null;
  readonly size?: 'small' | 'medium';
}

/** R26: a need that goes first among equals; for staff only, never on board or slip. */
export function NeedMark({ need, size = 'small' }: Props) {
  return need === null ? null : <Mark need={need} size={size} />;
}

/** Apart, since nearly every row of long lists has none. */
function Mark({ need, size }: { readonly need: Precedence; readonly size: 'small' | 'medium' }) {
  const { t } = useTranslation(['desk', 'common']);
  return (
    <span
      className={cx(
        'shrink-0 inset-ring inset-ring-current/20 bg-accent-soft font-bold whitespace-nowrap text-on-accent-soft',
        size === 'small' ? 'rounded-[3px] px-1 text-[0.68rem]' : 'rounded-small px-2 py-0.5 text-caption',
      )}
    >
      {t(`rules.need.${need}`)}
    </span>
  );
}
