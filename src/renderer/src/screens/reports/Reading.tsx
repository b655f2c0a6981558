import { useTranslation } from 'react-i18next';
import { useReadingProgress } from '../../data/reading';
import { useCommand } from '../../data/useCommand';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { Spinner } from '../../ui/Spinner';
import type { Problem } from './useReport';

interface Props {
  readonly readingId: string;
  /** Why there is none; null: it is on its way. */
  readonly problem: Problem | null;
  readonly onAgain: () => void;
}

/** Instead of a report: how far it is, or why there is none. */
export function Reading({ readingId, problem, onAgain }: Props) {
  const { t } = useTranslation('reports');
  const { runBare } = useCommand();
  const part = useReadingProgress(readingId);
  if (problem !== null) {
    const { why, text } = problem;
    const isStopped = why === 'stopped';
    return (
      <EmptyState
        icon={isStopped ? 'pause' : 'warn'}
        title={isStopped ? t('state.stopped') : t('state.failed')}
        {...(!isStopped && { text })}
        testId="reports-error"
      >
        {why !== 'impossible' && (
          <Button onPress={onAgain} data-testid="reports-again">
            {t('state.again')}
          </Button>
        )}
      </EmptyState>
    );
  }
  return (
    <div className="m-auto flex flex-col items-center gap-4 p-6" data-testid="reports-reading">
      <Spinner />
      {part !== null && (
        <>
          <p role="status" className="figures text-lead">
            {t('state.reading', { percent: Math.round(part * 100) })}
          </p>
          <progress className="w-64 accent-accent" max={1} value={part} aria-hidden="true" />
          <Button onPress={() => void runBare('reports.stop', { readingId })} data-testid="reports-stop">
            {t('state.stop')}
          </Button>
        </>
      )}
    </div>
  );
}
