import { useTranslation } from 'react-i18next';
import type { BookView } from '../../../../shared/model/book-view';
import { show } from '../../stores/deskView';
import { Button } from '../../ui/Button';
import { LookBar } from './LookBar';
import { needsLook, overdueOf } from './overdue';

/** R13: after an outage, who would be a no-show now; it comes by itself, and goes once everybody is settled. */
export function OverdueBar({ books }: { readonly books: readonly BookView[] }) {
  const { t } = useTranslation(['desk', 'common']);
  const list = overdueOf(books);
  if (!needsLook(list)) return null;
  return (
    <LookBar
      icon="absent"
      title={t('rules.overdue.title', { count: list.length })}
      text={list.map(({ token }) => `${token.number} ${token.patientName}`).join(', ')}
      testId="desk-overdue"
    >
      <Button
        size="small"
        shortcut="F7"
        onPress={() => show({ kind: 'overdue' })}
        data-testid="desk-overdue-look"
      >
        {t('rules.overdue.open')}
      </Button>
    </LookBar>
  );
}
