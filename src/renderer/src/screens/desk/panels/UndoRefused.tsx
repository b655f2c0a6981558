import { useTranslation } from 'react-i18next';
import { type TokenId, tokenIdSchema } from '../../../../../shared/model/ids';
import type { ErrorDetails } from '../../../../../shared/result';
import { call } from '../../../api/client';
import { useCommand } from '../../../data/useCommand';
import { i18n } from '../../../i18n';
import { undoObstacle } from '../../../parts/undoObstacle';
import { chosenNeedOf, emptyForm, startNextDraft } from '../../../stores/deskDraft';
import { closeOverlay, closeWhenDone, show } from '../../../stores/deskView';
import { Button } from '../../../ui/Button';
import { Overlay } from '../../../ui/Overlay';
import { sayError } from '../../../ui/toasts';
import { onToken } from '../act';
import { startIssuing } from '../useDeskKeys';

/** R23: what main says will work; nothing else is offered. */
const offers = ['take_back_upgrade', 'reinstate', 'new_token', 'transfer'] as const;
type Offer = (typeof offers)[number];

const steps = { take_back_upgrade: 'takeBackUpgrade', transfer: 'transfer' } as const;
const testIds: Readonly<Record<Offer, string>> = {
  take_back_upgrade: 'desk-offer-take-back',
  reinstate: 'desk-offer-reinstate',
  new_token: 'desk-offer-new',
  transfer: 'desk-offer-transfer',
};

interface Props {
  readonly message: string;
  readonly details: ErrorDetails;
}

/** R23: it cannot be taken back exactly; why, and what comes closest. */
export function UndoRefused({ message, details }: Props) {
  const { t } = useTranslation(['desk', 'common']);
  const command = useCommand();
  const tokenId = tokenIdSchema.safeParse(details.tokenId).data;
  const number = typeof details.number === 'string' ? details.number : '';

  const offer = offers.find((one) => one === details.offer) ?? null;

  async function take(what: Offer): Promise<void> {
    if (what === 'new_token') return offerNewToken();
    if (tokenId === undefined) return;
    if (what !== 'reinstate') show({ kind: 'token', tokenId, action: steps[what] });
    else await closeWhenDone(reinstate(tokenId));
  }

  /** R13: back in the queue, with a seat if there is one. */
  async function reinstate(id: TokenId): Promise<boolean> {
    const ways = onToken(() => i18n.t('desk:said.reinstated', { number }));
    return (await command.run('tokens.reinstate', { tokenId: id }, ways)) !== null;
  }

  async function offerNewToken(): Promise<void> {
    const answer = await call('tokens.find', { query: tokenId ?? number });
    if (!answer.ok) return sayError(answer.error);
    const token = answer.value.find((found) => found.token.id === tokenId)?.token;
    if (token !== undefined) {
      const { patientName: name, patientContact: phone, source, doctorId: doctor, note } = token;
      emptyForm();
      startNextDraft({ name, phone, source, doctor, note, precedence: chosenNeedOf(token) });
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
        {offer !== null && (
          <Button tone="primary" autoFocus onPress={() => void take(offer)} data-testid={testIds[offer]}>
            {offerText(offer, number)}
          </Button>
        )}
      </div>
    </Overlay>
  );
}

function offerText(offer: Offer, number: string): string {
  switch (offer) {
    case 'take_back_upgrade':
      return i18n.t('desk:undo.takeBackUpgrade', { number });
    case 'reinstate':
      return i18n.t('desk:undo.reinstate', { number });
    case 'transfer':
      return i18n.t('desk:undo.transfer', { number });
    case 'new_token':
      return i18n.t('desk:undo.newToken');
  }
}
