import { useTranslation } from 'react-i18next';
import type { BookView } from '../../../../shared/model/book-view';
import type { Token } from '../../../../shared/model/token';
import type { UndoRefusal } from '../../data/undo';
import { DialogForm } from '../../parts/DialogForm';
import { undoObstacle } from '../../parts/undoObstacle';
import { Button } from '../../ui/Button';
import { Overlay } from '../../ui/Overlay';
import type { Dialog } from './dialog';
import type { Actions } from './useActions';

interface Props {
  readonly refusal: UndoRefusal;
  readonly view: BookView;
  readonly actions: Actions;
  readonly onDialog: (dialog: Dialog | null) => void;
}

/** R23: what main says will work, of what this window can do. */
const offers = ['reinstate', 'take_back_upgrade', 'transfer'] as const;
type Offer = (typeof offers)[number];

/** R23: it cannot be taken back exactly; why, and what comes closest. The way back has the focus. */
export function UndoRefusedDialog({ refusal: { message, details }, view, actions, onDialog }: Props) {
  const { t } = useTranslation(['doctor', 'common']);
  const token = view.tokens.find(({ id }) => id === details.tokenId);
  const number = typeof details.number === 'string' ? details.number : '';
  const offer = token === undefined ? undefined : offers.find((one) => one === details.offer);
  const onClose = (): void => onDialog(null);
  const texts: Record<Offer, string> = {
    reinstate: t('undo.reinstate', { number }),
    take_back_upgrade: t('undo.notEmergency', { number }),
    transfer: t('undo.transfer', { number }),
  };

  function take(what: Offer, whom: Token): void {
    if (what === 'reinstate') {
      onClose();
      actions.reinstate(whom);
    } else onDialog({ kind: what === 'transfer' ? 'transfer' : 'notEmergency', token: whom });
  }

  const why = <p>{undoObstacle(details.because) ?? message}</p>;
  return (
    <Overlay
      title={t('undo.refused', { number })}
      closeLabel={t('callOne.back')}
      place="center"
      testId="doctor-undo-refused"
      onClose={onClose}
    >
      {token !== undefined && offer !== undefined ? (
        <DialogForm
          label={texts[offer]}
          hasNoFields
          busy={actions.busy}
          onConfirm={() => take(offer, token)}
          onClose={onClose}
        >
          {why}
        </DialogForm>
      ) : (
        <>
          {why}
          <p className="text-ink-soft">{t('undo.atTheDesk')}</p>
          <div className="mt-2 flex justify-end">
            <Button onPress={onClose} shortcut="Esc" autoFocus>
              {t('callOne.back')}
            </Button>
          </div>
        </>
      )}
    </Overlay>
  );
}
