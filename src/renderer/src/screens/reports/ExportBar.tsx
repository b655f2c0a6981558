import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../data/useCommand';
import { useMay } from '../../data/who';
import { i18n } from '../../i18n';
import { makeDocument } from '../../parts/makeDocument';
import { Button } from '../../ui/Button';
import type { Period } from './period';
import { SummariesDialog } from './SummariesDialog';
import { useKey } from './useKey';
import { type Looked, wishOf } from './wish';

interface Props {
  readonly looked: Looked;
  readonly period: Period;
}

/** The report on A4, and every visit as a file. */
export function ExportBar({ looked, period }: Props) {
  const { t } = useTranslation('reports');
  const may = useMay();
  const pdf = useCommand();
  const csv = useCommand();
  const [isOwnOpen, setOwnOpen] = useState(false);
  const wish = wishOf(looked, period);
  const mayPrint = may('documents.make');
  const print = (): void => {
    if (mayPrint) void makeDocument(pdf, { kind: 'report', wish, beside: looked.beside });
  };
  useKey('p', print);
  return (
    <div className="flex flex-wrap items-center gap-3">
      {mayPrint && (
        <Button
          tone="primary"
          icon="printer"
          shortcut="Ctrl P"
          busy={pdf.busy}
          onPress={print}
          data-testid="reports-pdf"
        >
          {t('pdf.make')}
        </Button>
      )}
      {may('reports.export') && (
        <Button
          icon="folder"
          busy={csv.busy}
          data-testid="reports-visits"
          onPress={() =>
            void csv.runBare(
              'reports.export',
              { ...wish, what: 'visits' },
              { done: ({ lines, path }) => i18n.t('reports:table.saved', { count: lines, path }) },
            )
          }
        >
          {t('visits.csv')}
        </Button>
      )}
      {may('reports.changeSummaries') && (
        <Button icon="clock" onPress={() => setOwnOpen(true)} data-testid="reports-summaries-open">
          {t('own.open')}
        </Button>
      )}
      <p className="text-small text-ink-soft">{t('visits.text')}</p>
      {isOwnOpen && <SummariesDialog onClose={() => setOwnOpen(false)} />}
    </div>
  );
}
