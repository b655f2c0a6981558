import { useTranslation } from 'react-i18next';
import { asideText, useAside } from '../../../stores/deskAside';
import { Key } from '../../../ui/Key';
import { fetchAside } from '../useDeskKeys';

interface Props {
  /** Escape was pressed once. */
  readonly isArmed: boolean;
}

/** What one more Escape does, or the way back to whoever stood in the form before. */
export function AsideLine({ isArmed }: Props) {
  const { t } = useTranslation(['desk', 'common']);
  const [first, ...others] = useAside(({ asides }) => asides);
  if (isArmed) {
    return (
      <p
        role="status"
        data-testid="desk-armed"
        className="flex items-baseline gap-2 text-small text-ink-soft"
      >
        <span className="grow">{t('issue.armed')}</span>
        <Key>Esc</Key>
      </p>
    );
  }
  if (first === undefined) return null;
  return (
    <div aria-live="polite">
      <button
        type="button"
        // Tab leads from the phone to the name.
        tabIndex={-1}
        data-testid="desk-aside"
        onClick={fetchAside}
        className="flex w-full min-w-0 cursor-pointer items-baseline gap-2 rounded-small text-start text-small text-ink-soft hover:bg-sunken"
      >
        <span className="min-w-0 grow truncate">
          {t('issue.aside')} <bdi className="font-semibold">{asideText(first)}</bdi>
        </span>
        {others.length > 0 && (
          <span className="shrink-0">{t('issue.alsoAside', { count: others.length })}</span>
        )}
        <Key>Alt Z</Key>
      </button>
    </div>
  );
}
