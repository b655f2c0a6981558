import { useTranslation } from 'react-i18next';
import type { Preview } from '../../../../shared/model/preview';
import type { Token } from '../../../../shared/model/token';
import { i18n } from '../../i18n';
import { staffErrorText } from '../../i18n/errors';
import { dayText } from '../../i18n/format';
import { DialogForm } from '../../parts/DialogForm';
import { undoObstacle } from '../../parts/undoObstacle';
import { usePreview } from '../../parts/usePreview';
import { Alert } from '../../ui/Alert';
import { Button } from '../../ui/Button';
import { Overlay } from '../../ui/Overlay';
import { PlaceLine } from './PlaceLine';
import type { Actions } from './useActions';

interface Props {
  readonly token: Token;
  readonly actions: Actions;
  /** R21: where it cannot be taken back exactly, a transfer like any other sends the patient back. */
  readonly onTransfer: () => void;
  readonly onClose: () => void;
}

/** R21: a transfer taken back by the doctor it came to: to whom, under which number, and to which place. */
export function GiveBackDialog({ token, actions, onTransfer, onClose }: Props) {
  const { t } = useTranslation(['doctor', 'common']);
  const state = usePreview({ command: 'tokens.undo', tokenId: token.id }, token.updatedAt, 0);
  const preview = state.kind === 'known' ? state.preview : null;
  const { number, patientName: name } = token;

  async function confirm(): Promise<void> {
    if (await actions.giveBack(token)) onClose();
  }

  return (
    <Overlay
      title={t('giveBack.title', { number, name })}
      closeLabel={t('callOne.back')}
      place="center"
      testId="doctor-give-back-dialog"
      onClose={onClose}
    >
      {state.kind === 'refused' ? (
        <>
          <Alert
            tone="warn"
            title={undoObstacle(state.error.details?.because) ?? staffErrorText(state.error)}
            text={t('giveBack.instead')}
            testId="doctor-give-back-refused"
          />
          <div className="mt-2 flex flex-wrap justify-end gap-3">
            <Button onPress={onClose} shortcut="Esc" autoFocus>
              {t('callOne.back')}
            </Button>
            <Button tone="primary" onPress={onTransfer} data-testid="doctor-give-back-transfer">
              {t('giveBack.transfer')}
            </Button>
          </div>
        </>
      ) : (
        <DialogForm
          label={preview === null ? t('giveBack.do') : t('giveBack.to', { where: whereTo(preview, token) })}
          hasNoFields
          busy={actions.busy}
          isDisabled={preview === null}
          onConfirm={() => void confirm()}
          onClose={onClose}
        >
          <p>{t('giveBack.text', { number, old: preview?.token?.number ?? '' })}</p>
          {preview !== null && (
            <PlaceLine
              preview={preview}
              whose={`${preview.token?.number ?? ''} · ${whereTo(preview, token)}`}
              testId="doctor-give-back-place"
            />
          )}
        </DialogForm>
      )}
    </Overlay>
  );
}

/** The doctor who gets the patient back; of a move to another day, that day. */
function whereTo({ doctor, token: before }: Preview, { serviceDay }: Token): string {
  if (before === null || before.serviceDay === serviceDay) return doctor.name;
  return i18n.t('doctor:giveBack.day', { day: dayText(before.serviceDay) });
}
