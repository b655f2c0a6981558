import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecentChange } from '../../../../../shared/model/change';
import { clinicNow } from '../../../data/clock';
import { useRecentChanges } from '../../../data/history';
import { useCommand } from '../../../data/useCommand';
import { staffErrorText } from '../../../i18n/errors';
import { momentText } from '../../../i18n/format';
import { happenedText } from '../../../parts/happened';
import { closeOverlay, show } from '../../../stores/deskView';
import { Alert } from '../../../ui/Alert';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { Overlay } from '../../../ui/Overlay';
import { TokenNumber } from '../../../ui/TokenNumber';
import { undo } from '../act';

const HISTORY_PAGE = 40;

/** F8: what was done today, by whomever, the latest first; what can be taken back has a button that does. */
export function HistoryPanel({ timeZone }: { readonly timeZone: string }) {
  const { t } = useTranslation(['desk', 'common']);
  const [shown, setShown] = useState(HISTORY_PAGE);
  const { value, error } = useRecentChanges(shown);
  return (
    <Overlay
      title={t('history.title')}
      closeLabel={t('dialog.close')}
      place="side"
      testId="desk-history"
      onClose={closeOverlay}
    >
      <p className="text-small text-ink-soft">{t('history.hint')}</p>
      {error !== undefined && <Alert tone="danger" title={staffErrorText(error)} />}
      {value?.length === 0 && <EmptyState icon="clock" title={t('history.none')} />}
      <ol className="flex flex-col">
        {value?.slice(0, shown).map((change) => (
          <Row key={`${change.doctorId} ${change.revision}`} change={change} timeZone={timeZone} />
        ))}
      </ol>
      {value !== undefined && value.length > shown && (
        <Button onPress={() => setShown(shown + HISTORY_PAGE)} data-testid="desk-history-more">
          {t('history.more')}
        </Button>
      )}
    </Overlay>
  );
}

function Row({ change, timeZone }: { readonly change: RecentChange; readonly timeZone: string }) {
  const { t } = useTranslation(['desk', 'common']);
  const command = useCommand();
  const { tokenId, number, patientName, personName, others, alike, at, canUndo } = change;
  return (
    <li
      data-testid={`desk-change-${number}`}
      className="flex min-h-14 items-center gap-3 border-b border-line py-1.5"
    >
      <time className="figures w-16 shrink-0 text-small text-ink-soft">
        {momentText(at, timeZone, clinicNow())}
      </time>
      <button
        type="button"
        onClick={() => show({ kind: 'token', tokenId, action: 'history' })}
        className="min-w-0 grow cursor-pointer rounded-small text-start"
      >
        <span className="flex items-baseline gap-2">
          <TokenNumber className="text-body!">{number}</TokenNumber>
          <bdi className="min-w-0 truncate">{patientName}</bdi>
        </span>
        <span className="block text-small">
          <strong>{happenedText(change)}</strong>
          {alike > 0 && ` · ${t('history.alike', { count: alike })}`}
          {others > 0 && ` · ${t('history.others', { count: others })}`}
          {personName !== null && (
            <span className="text-ink-soft" data-testid="desk-change-person">
              {' · '}
              <bdi>{personName}</bdi>
            </span>
          )}
        </span>
      </button>
      {canUndo && (
        <Button
          size="small"
          icon="return"
          aria-label={t('history.undoOf', { number })}
          busy={command.busy}
          onPress={() => void undo(command, tokenId)}
          data-testid={`desk-undo-${number}`}
        >
          {t('common:undo')}
        </Button>
      )}
    </li>
  );
}
