import { useTranslation } from 'react-i18next';
import { tokenIdSchema } from '../../../../../shared/model/ids';
import type { ErrorDetails } from '../../../../../shared/result';
import { call } from '../../../api/client';
import { undoObstacle } from '../../../parts/undoObstacle';
import { startNextDraft } from '../../../stores/deskDraft';
import { closeOverlay } from '../../../stores/deskView';
import { Button } from '../../../ui/Button';
import { Overlay } from '../../../ui/Overlay';
import { sayError } from '../../../ui/toasts';
import { reinstate } from '../token/perform';
import { startIssuing } from '../useDeskKeys';

interface Props {
  readonly message: string;
  readonly details: ErrorDetails;
}

/** R23: it cannot be taken back exactly; why, and what comes closest. */
export function UndoRefused({ message, details }: Props) {
  const { t } = useTranslation(['desk', 'common']);
  const tokenId = tokenIdSchema.safeParse(details.tokenId).data;
  const number = typeof details.number === 'string' ? details.number : '';

  async function offerReinstate(): Promise<void> {
    if (tokenId !== undefined && (await reinstate({ id: tokenId, number }))) closeOverlay();
  }

  async function offerNewToken(): Promise<void> {
    const answer = await call('tokens.find', { query: tokenId ?? number });
    if (!answer.ok) return sayError(answer.error);
    const token = answer.value.find((found) => found.token.id === tokenId)?.token;
    if (token !== undefined) {
      const { patientName: name, patientContact: phone, source, doctorId: doctor, note } = token;
      startNextDraft({ name, phone, source, doctor, note });
    }
    startIssuing();
  }

  return (
    <Overlay
      title={t('undo.refused', { number })}
      closeLabel={t('dialog.close')}
      place="center"
      testId="desk-undo-refused"
      onClose={closeOverlay}
    >
      <p>{undoObstacle(details.because) ?? message}</p>
      <div className="mt-2 flex flex-wrap justify-end gap-3">
        <Button onPress={closeOverlay} shortcut="Esc">
          {t('dialog.back')}
        </Button>
        {details.offer === 'reinstate' ? (
          <Button
            tone="primary"
            autoFocus
            onPress={() => void offerReinstate()}
            data-testid="desk-offer-reinstate"
          >
            {t('undo.reinstate', { number })}
          </Button>
        ) : (
          <Button tone="primary" autoFocus onPress={() => void offerNewToken()} data-testid="desk-offer-new">
            {t('undo.newToken')}
          </Button>
        )}
      </div>
    </Overlay>
  );
}
