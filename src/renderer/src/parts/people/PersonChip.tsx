import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useWho } from '../../data/who';
import { askWhoIsHere } from '../../stores/personDialog';
import { cx } from '../../ui/cx';
import { Key } from '../../ui/Key';
import { Initials } from './Initials';

/** Who is on, always in view, and the way to change it; nothing where the clinic works without persons. */
export function PersonChip({ onDark = false }: { readonly onDark?: boolean }) {
  const { t } = useTranslation('people');
  const person = useWho()?.person ?? null;
  if (person === null) return null;
  return (
    <AriaButton
      preventFocusOnPress
      data-testid="who-is-on"
      onPress={askWhoIsHere}
      className={cx(
        'flex min-h-8 min-w-0 cursor-pointer items-center gap-2 rounded-pill border py-0.5 ps-0.5 pe-2.5 text-caption font-semibold',
        onDark
          ? 'self-start border-ticket-soft data-hovered:bg-[rgb(255_255_255/0.08)]'
          : 'border-line bg-surface data-hovered:bg-sunken',
      )}
    >
      <Initials initials={person.initials} />
      <span className="sr-only">{t('on')} </span>
      <bdi className="max-w-36 truncate">{person.name}</bdi>
      <Key className="max-[1500px]:hidden">Ctrl L</Key>
    </AriaButton>
  );
}
