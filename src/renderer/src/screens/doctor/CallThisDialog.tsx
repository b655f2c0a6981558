import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cleanText } from '../../../../shared/model/fold';
import type { Token } from '../../../../shared/model/token';
import { DialogForm } from '../../parts/DialogForm';
import { Button } from '../../ui/Button';
import { Overlay } from '../../ui/Overlay';
import { NoteField } from './NoteField';
import type { Actions } from './useActions';

interface Props {
  readonly token: Token;
  readonly actions: Actions;
  readonly onClose: () => void;
}

const usual = ['back', 'ill', 'frail', 'short'] as const;

/** R18, R20: out of turn, and why: those who wait longer may ask. */
export function CallThisDialog({ token, actions, onClose }: Props) {
  const { t } = useTranslation(['doctor', 'common']);
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const { number, patientName: name } = token;

  function change(text: string): void {
    setMissing(false);
    setNote(text);
  }

  async function confirm(): Promise<void> {
    if (cleanText(note) === '') return setMissing(true);
    if (await actions.callThis(token, note)) onClose();
  }

  return (
    <Overlay
      title={t('callOne.title', { number, name })}
      closeLabel={t('callOne.back')}
      place="center"
      testId="doctor-call-dialog"
      onClose={onClose}
    >
      <DialogForm
        label={t('callThis', { number })}
        busy={actions.busy}
        onConfirm={() => void confirm()}
        onClose={onClose}
      >
        <NoteField
          label={t('callOne.why')}
          value={note}
          error={missing ? t('callOne.missing') : null}
          testId="doctor-call-note"
          onChange={change}
        />
        <div className="flex flex-wrap gap-2">
          {usual.map((one) => (
            <Button
              key={one}
              onPress={() => change(t(`callOne.usual.${one}`))}
              data-testid={`doctor-why-${one}`}
            >
              {t(`callOne.usual.${one}`)}
            </Button>
          ))}
        </div>
        <p className="text-small text-ink-soft">{t('callOne.kept')}</p>
      </DialogForm>
    </Overlay>
  );
}
