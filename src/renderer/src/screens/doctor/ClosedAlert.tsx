import { useTranslation } from 'react-i18next';
import type { BookView } from '../../../../shared/model/book-view';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';

interface Props {
  readonly view: BookView;
  readonly onReopen: () => void;
}

/** R16, R28: the day is over; what may still be done, and the way back if it was a mistake. */
export function ClosedAlert({ view, onReopen }: Props) {
  const { t } = useTranslation(['doctor', 'day', 'common']);
  const isInside = view.inConsultation !== null || view.left !== null;
  return (
    <div
      role="status"
      data-testid="doctor-closed"
      className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-2 rounded-card bg-accent-soft px-4 py-2.5 text-on-accent-soft"
    >
      <Icon name="moon" className="size-[1.4em]" />
      <p className="min-w-0 grow font-bold">{t(isInside ? 'dayClosedInside' : 'dayClosed')}</p>
      {view.canReopen && (
        <Button icon="return" shortcut={t('key.reopen')} onPress={onReopen} data-testid="doctor-reopen">
          {t('day:reopen.button')}
        </Button>
      )}
    </div>
  );
}
