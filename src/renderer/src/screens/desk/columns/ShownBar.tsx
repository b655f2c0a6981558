import { useTranslation } from 'react-i18next';
import { showDoctors } from '../../../stores/deskShown';
import { show } from '../../../stores/deskView';
import { Button } from '../../../ui/Button';

interface Props {
  readonly count: number;
  readonly all: number;
}

/** Some doctors are left out of the columns: said as long as it is so, so that nobody takes the rest for all. */
export function ShownBar({ count, all }: Props) {
  const { t } = useTranslation('shown');
  return (
    <div
      data-testid="desk-shown"
      className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 rounded-control bg-accent-soft px-3 py-1 text-on-accent-soft"
    >
      <p className="grow font-semibold">{t('desk.some', { count, all: String(all) })}</p>
      <Button size="small" onPress={() => show({ kind: 'shownDoctors' })} data-testid="desk-shown-change">
        {t('desk.change')}
      </Button>
      <Button size="small" onPress={() => showDoctors([])} data-testid="desk-shown-all">
        {t('desk.showAll')}
      </Button>
    </div>
  );
}
