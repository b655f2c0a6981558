import { useTranslation } from 'react-i18next';
import { useAside } from '../../../stores/deskDraft';
import { Key } from '../../../ui/Key';
import { fetchAside } from '../useDeskKeys';

interface Props {
  /** Escape was pressed once. */
  readonly isArmed: boolean;
}

/** What one more Escape does, or the way back to whoever stood in the form before. */
export function AsideLine({ isArmed }: Props) {
  const { t } = useTranslation(['desk', 'common']);
  const draft = useAside((aside) => aside.draft);
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
  if (draft === null) return null;
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
          {t('issue.aside')} <bdi className="font-semibold">{draft.name.trim() || draft.phone}</bdi>
        </span>
        <Key>Alt Z</Key>
      </button>
    </div>
  );
}
