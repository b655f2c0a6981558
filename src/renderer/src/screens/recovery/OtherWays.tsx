import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NEW_CLINIC_WORD } from '../../../../shared/contract/recovery';
import type { DataProblem } from '../../../../shared/model/finding';
import { askRecovery } from '../../api/recovery';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';

interface Props {
  readonly problem: DataProblem;
  readonly refresh: () => Promise<void>;
}

/** What is there to be opened after all. */
const asItIs: ReadonlySet<DataProblem> = new Set(['changed', 'other_clinic']);
const readable: ReadonlySet<DataProblem> = new Set(['damaged', 'changed', 'strange_log', 'not_updated']);

/** What is done when no copy helps. */
export function OtherWays({ problem, refresh }: Props) {
  const { t } = useTranslation('recovery');
  const [word, setWord] = useState('');
  const believe = (withLog: boolean) => void askRecovery('recovery.believe', { withLog }).then(refresh);
  return (
    <Card title={t('more')}>
      <div className="flex flex-col gap-4 px-4 pb-4">
        {asItIs.has(problem) && (
          <Button className="w-fit" onPress={() => believe(true)} data-testid="recovery-believe">
            {t('believe')}
          </Button>
        )}
        {problem === 'strange_log' && (
          <div className="flex flex-wrap gap-3">
            <Button onPress={() => believe(false)}>{t('withoutLog')}</Button>
            <Button onPress={() => believe(true)}>{t('withLog')}</Button>
          </div>
        )}
        {readable.has(problem) && (
          <div className="flex flex-wrap items-center gap-3">
            <Button
              onPress={() => void askRecovery('recovery.salvage', {}).then(refresh)}
              data-testid="recovery-salvage"
            >
              {t('salvage')}
            </Button>
            <p className="min-w-0 text-small text-ink-soft">{t('salvageText')}</p>
          </div>
        )}
        {problem !== 'in_use' && problem !== 'no_room' && (
          <div className="flex flex-wrap items-center gap-3">
            <input
              aria-label={t('beginText', { word: NEW_CLINIC_WORD })}
              value={word}
              onChange={(event) => setWord(event.target.value)}
              className="min-h-11 w-28 rounded-control border border-line-strong bg-surface px-3"
              data-testid="recovery-word"
            />
            <Button
              tone="danger"
              isDisabled={word.trim() !== NEW_CLINIC_WORD}
              onPress={() => void askRecovery('recovery.begin', { word: NEW_CLINIC_WORD }).then(refresh)}
              data-testid="recovery-begin"
            >
              {t('begin')}
            </Button>
            <p className="min-w-0 text-small text-ink-soft">{t('beginText', { word: NEW_CLINIC_WORD })}</p>
          </div>
        )}
      </div>
    </Card>
  );
}
