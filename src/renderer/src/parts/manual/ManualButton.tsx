import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { openManual } from '../../stores/manual';
import { Icon } from '../../ui/Icon';
import { Key } from '../../ui/Key';

/** The way to the manual, on whatever ground it stands. */
export function ManualButton() {
  const { t } = useTranslation('manual');
  return (
    <Button
      data-testid="open-manual"
      onPress={openManual}
      className="flex min-h-8 w-fit cursor-pointer items-center gap-2 rounded-control border border-current/40 px-3 text-small font-semibold data-hovered:border-current"
    >
      <Icon name="book" className="size-[1.2em]" />
      {t('title')}
      <Key>F1</Key>
    </Button>
  );
}
