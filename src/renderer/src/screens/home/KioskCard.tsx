import { Button } from 'react-aria-components';
import { t } from '../../i18n';
import { Icon } from '../../ui/Icon';

/** The large way in for patients. */
export function KioskCard({ onOpen }: { readonly onOpen: () => void }) {
  return (
    <Button
      data-testid="home-open-kiosk"
      onPress={onOpen}
      className="group flex w-full cursor-pointer items-center gap-6 rounded-ticket border border-line bg-surface p-6 text-start shadow-card transition-shadow data-hovered:border-accent data-hovered:shadow-raised"
    >
      <span className="flex size-20 shrink-0 items-center justify-center rounded-card bg-signal text-on-signal">
        <Icon name="touch" className="size-11" />
      </span>
      <span className="min-w-0 grow">
        <span className="block text-headline font-bold">{t.home.kiosk}</span>
        <span className="block text-lead text-ink-soft">{t.home.kioskText}</span>
      </span>
      <Icon name="forward" directional className="size-8 text-ink-faint group-data-hovered:text-accent" />
    </Button>
  );
}
