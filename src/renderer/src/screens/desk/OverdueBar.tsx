import { useTranslation } from 'react-i18next';
import { show } from '../../stores/deskView';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { needsLook } from './overdue';
import { useOverdue } from './useOverdue';

/** R13: after an outage, who would be a no-show now; it comes by itself, and goes once everybody is settled. */
export function OverdueBar({ today }: { readonly today: string }) {
  const { t } = useTranslation(['desk', 'common']);
  const list = useOverdue(today);
  if (!needsLook(list)) return null;
  return (
    <section
      role="status"
      data-testid="desk-overdue"
      className="flex shrink-0 items-center gap-3 rounded-control bg-warn-soft px-3 py-1.5 text-warn"
    >
      <Icon name="absent" className="size-[1.3em]" />
      <p className="min-w-0 grow truncate">
        <strong>{t('rules.overdue.title', { count: list.length })}</strong>{' '}
        <span className="figures text-small">
          {list.map(({ token }) => `${token.number} ${token.patientName}`).join(', ')}
        </span>
      </p>
      <Button
        size="small"
        shortcut="F7"
        onPress={() => show({ kind: 'overdue' })}
        data-testid="desk-overdue-look"
      >
        {t('rules.overdue.open')}
      </Button>
    </section>
  );
}
