import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cleanText } from '../../../../shared/model/fold';
import type { Token } from '../../../../shared/model/token';
import { DialogForm } from '../../parts/DialogForm';
import { Button } from '../../ui/Button';
import { FieldFrame, fieldLook } from '../../ui/FieldFrame';
import { Overlay } from '../../ui/Overlay';
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
        <FieldFrame
          label={t('callOne.why')}
          error={missing ? t('callOne.missing') : null}
          errorTestId="doctor-error"
        >
          {(ids) => (
            <input
              {...ids}
              // The first thing to do here.
              ref={focusOnce}
              data-testid="doctor-call-note"
              type="text"
              dir="auto"
              maxLength={500}
              value={note}
              onChange={(event) => {
                setMissing(false);
                setNote(event.target.value);
              }}
              className={fieldLook}
            />
          )}
        </FieldFrame>
        <div className="flex flex-wrap gap-2">
          {usual.map((one) => (
            <Button
              key={one}
              onPress={() => {
                setMissing(false);
                setNote(t(`callOne.usual.${one}`));
              }}
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

function focusOnce(field: HTMLInputElement | null): void {
  field?.focus();
}
