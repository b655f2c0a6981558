import { useTranslation } from 'react-i18next';
import type { BookView } from '../../../../shared/model/view';
import { undoObstacle } from '../../parts/undoObstacle';
import { Button } from '../../ui/Button';
import { Overlay } from '../../ui/Overlay';
import type { Actions, UndoRefusal } from './useActions';

interface Props {
  readonly refusal: UndoRefusal;
  readonly view: BookView;
  readonly actions: Actions;
  readonly onClose: () => void;
}

/** R23: it cannot be taken back exactly; why, and what comes closest. */
export function UndoRefusedDialog({ refusal: { message, details }, view, actions, onClose }: Props) {
  const { t } = useTranslation(['doctor', 'common']);
  const token = view.tokens.find(({ id }) => id === details.tokenId);
  const number = typeof details.number === 'string' ? details.number : '';
  const transferred = token?.status === 'cancelled' && token.cancelReason === 'transferred';
  const canReinstate = details.offer === 'reinstate' && token !== undefined && !transferred;
  return (
    <Overlay
      title={t('undo.refused', { number })}
      closeLabel={t('callOne.back')}
      place="center"
      testId="doctor-undo-refused"
      onClose={onClose}
    >
      <p>{undoObstacle(details.because) ?? message}</p>
      {!canReinstate && <p className="text-ink-soft">{t('undo.atTheDesk')}</p>}
      <div className="mt-2 flex flex-wrap justify-end gap-3">
        <Button onPress={onClose} shortcut="Esc" autoFocus={!canReinstate}>
          {t('callOne.back')}
        </Button>
        {canReinstate && (
          <Button
            tone="primary"
            autoFocus
            onPress={() => {
              onClose();
              actions.reinstate(token);
            }}
            data-testid="doctor-offer-reinstate"
          >
            {t('undo.reinstate', { number })}
          </Button>
        )}
      </div>
    </Overlay>
  );
}
