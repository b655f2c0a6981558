import { useTranslation } from 'react-i18next';
import type { BookView } from '../../../../shared/model/book-view';
import type { Reopened } from '../../../../shared/model/left-over';
import { useCommand } from '../../data/useCommand';
import { useMay } from '../../data/who';
import { i18n } from '../../i18n';
import { saidOf } from '../../parts/day/left-over';
import { Button } from '../../ui/Button';
import { LookBar } from './LookBar';

/** R28, R35: a wrong clock has closed today; one press, and everybody is as before. */
export function TooSoonBar({ books }: { readonly books: readonly BookView[] }) {
  const { t } = useTranslation(['desk', 'common']);
  const { busy, together } = useCommand();
  const may = useMay();
  const views = books.filter(({ closedTooSoon }) => closedTooSoon !== null);
  if (views.length === 0) return null;
  const sum = (of: 'noShows' | 'notSeen'): number =>
    views.reduce((count, { closedTooSoon }) => count + (closedTooSoon?.[of] ?? 0), 0);
  const doctors = views.map(({ doctor }) => `${doctor.prefix} ${doctor.name}`).join(', ');
  const noShows = t('rules.tooSoon.noShows', { count: sum('noShows') });
  const notSeen = t('rules.tooSoon.notSeen', { count: sum('notSeen') });

  async function openAll(): Promise<void> {
    await together(async ({ run }) => {
      for (const { doctor, serviceDay } of views) {
        const done = ({ leftOver }: Reopened): string =>
          saidOf(i18n.t('day:reopen.said', { doctor: doctor.name }), leftOver);
        await run('books.reopen', { doctorId: doctor.id, serviceDay }, { done });
      }
    });
  }

  return (
    <LookBar
      icon="clock"
      title={t('rules.tooSoon.title')}
      text={`${doctors} · ${noShows} · ${notSeen}`}
      testId="desk-too-soon"
    >
      {may('books.reopen') && (
        <Button
          size="small"
          tone="primary"
          busy={busy}
          onPress={() => void openAll()}
          data-testid="desk-too-soon-open"
        >
          {t('rules.tooSoon.open')}
        </Button>
      )}
    </LookBar>
  );
}
