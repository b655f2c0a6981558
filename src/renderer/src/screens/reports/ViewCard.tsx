import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportWish } from '../../../../shared/model/report';
import { useCommand } from '../../data/useCommand';
import { i18n } from '../../i18n';
import type { CellWish, ReportView } from '../../parts/reports/behind';
import { ReportTable } from '../../parts/reports/ReportTable';
import { ViewChart } from '../../parts/reports/ViewChart';
import type { Behind } from '../../parts/reports/view';
import { Button } from '../../ui/Button';
import { cx } from '../../ui/cx';

interface Props {
  readonly view: ReportView;
  readonly isWide: boolean;
  readonly wish: ReportWish;
  readonly onShow: (behind: Behind<CellWish>) => void;
}

/** A chart with what it means, the table behind it and its file. */
export function ViewCard({ view, isWide, wish, onShow }: Props) {
  const { t } = useTranslation('reports');
  const { runBare, busy } = useCommand();
  const [isOpen, setOpen] = useState(false);
  const tableId = useId();
  return (
    <section
      aria-label={view.title}
      data-testid={`view-${view.key}`}
      className={cx(
        'flex min-w-0 flex-col gap-2 rounded-card border border-line bg-surface p-4 shadow-card',
        isWide && 'min-[1250px]:col-span-2',
      )}
    >
      <h3 className="text-lead font-bold text-balance">{view.title}</h3>
      <p className="text-small text-pretty text-ink-soft">{view.sentence}</p>
      <ViewChart view={view} onShow={onShow} />
      <div className="mt-auto flex flex-wrap gap-2">
        <Button
          size="small"
          icon="list"
          aria-expanded={isOpen}
          aria-controls={tableId}
          onPress={() => setOpen(!isOpen)}
          data-testid={`table-${view.key}`}
        >
          {t(isOpen ? 'table.hide' : 'table.show')}
        </Button>
        <Button
          size="small"
          icon="folder"
          busy={busy}
          aria-label={t('table.csvOf', { title: view.title })}
          data-testid={`csv-${view.key}`}
          onPress={() =>
            void runBare(
              'reports.export',
              { ...wish, what: view.by },
              { done: ({ lines, path }) => i18n.t('reports:table.saved', { count: lines, path }) },
            )
          }
        >
          {t('table.csv')}
        </Button>
      </div>
      <div id={tableId} className="min-w-0 overflow-x-auto">
        {isOpen && <ReportTable title={view.title} table={view.table} onShow={onShow} />}
      </div>
    </section>
  );
}
