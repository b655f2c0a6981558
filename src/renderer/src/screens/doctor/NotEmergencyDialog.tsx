import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cleanText } from '../../../../shared/model/fold';
import type { Token } from '../../../../shared/model/token';
import { staffErrorText } from '../../i18n/errors';
import { DialogForm } from '../../parts/DialogForm';
import { usePreview } from '../../parts/usePreview';
import { Alert } from '../../ui/Alert';
import { Overlay } from '../../ui/Overlay';
import { NoteField } from './NoteField';
import { PlaceLine } from './PlaceLine';
import type { Actions } from './useActions';

interface Props {
  readonly token: Token;
  readonly actions: Actions;
  readonly onClose: () => void;
}

/** R24: not an emergency after all, with the reason why; where the patient then stands is in view first. */
export function NotEmergencyDialog({ token, actions, onClose }: Props) {
  const { t } = useTranslation(['doctor', 'common']);
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const state = usePreview({ command: 'tokens.takeBackUpgrade', tokenId: token.id }, token.updatedAt, 0);
  const { number, patientName: name } = token;

  async function confirm(): Promise<void> {
    if (cleanText(note) === '') return setMissing(true);
    if (await actions.takeBackUpgrade(token, note)) onClose();
  }

  return (
    <Overlay
      title={t('notEmergency.title', { number, name })}
      closeLabel={t('callOne.back')}
      place="center"
      testId="doctor-not-emergency-dialog"
      onClose={onClose}
    >
      <DialogForm
        label={t('notEmergency.do')}
        busy={actions.busy}
        isDisabled={state.kind !== 'known'}
        onConfirm={() => void confirm()}
        onClose={onClose}
      >
        <NoteField
          label={t('notEmergency.why')}
          value={note}
          error={missing ? t('notEmergency.missing') : null}
          testId="doctor-not-emergency-note"
          onChange={(text) => {
            setMissing(false);
            setNote(text);
          }}
        />
        {state.kind === 'refused' && <Alert tone="warn" title={staffErrorText(state.error)} />}
        {state.kind === 'known' && (
          <PlaceLine
            preview={state.preview}
            whose={t('notEmergency.as', {
              source: state.preview.token === null ? '' : t(`common:source.${state.preview.token.source}`),
            })}
            testId="doctor-not-emergency-place"
          />
        )}
      </DialogForm>
    </Overlay>
  );
}
