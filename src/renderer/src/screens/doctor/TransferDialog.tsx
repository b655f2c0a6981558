import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Token } from '../../../../shared/model/token';
import type { AppError } from '../../../../shared/result';
import { useSummaries } from '../../data/summaries';
import { i18n } from '../../i18n';
import { staffErrorText } from '../../i18n/errors';
import { slotText } from '../../i18n/format';
import { DialogForm } from '../../parts/DialogForm';
import { usePreview } from '../../parts/usePreview';
import { Alert } from '../../ui/Alert';
import { Overlay } from '../../ui/Overlay';
import { RadioRows } from '../../ui/RadioRows';
import { PlaceLine } from './PlaceLine';
import type { Actions } from './useActions';

interface Props {
  readonly token: Token;
  readonly actions: Actions;
  readonly onClose: () => void;
}

/**
 * R21: to another doctor on the same day, with a new number there; told beforehand where and how long. Of several none
 * is chosen beforehand: one key more would send a patient to whoever is first in the list.
 */
export function TransferDialog({ token, actions, onClose }: Props) {
  const { t } = useTranslation(['doctor', 'common']);
  const summaries = useSummaries() ?? [];
  const others = summaries.filter(({ doctor }) => doctor.active && doctor.id !== token.doctorId);
  const [chosen, setChosen] = useState<string | null>(null);
  const [refused, setRefused] = useState<AppError | null>(null);
  const target = others.length === 1 ? others[0] : others.find(({ doctor }) => doctor.id === chosen);
  const state = usePreview(
    target === undefined
      ? null
      : { command: 'tokens.transfer', tokenId: token.id, doctorId: target.doctor.id },
    token.updatedAt + (target?.revision ?? 0),
    0,
  );
  const duplicate = (refused ?? (state.kind === 'refused' ? state.error : null))?.code === 'DUPLICATE_TOKEN';
  const problem = state.kind === 'refused' ? state.error : refused;

  async function confirm(): Promise<void> {
    if (target === undefined) return;
    const { id: doctorId, name: doctor } = target.doctor;
    const sent = await actions.transfer(token, {
      doctorId,
      allowDuplicate: duplicate,
      done: ({ number: to }) => i18n.t('doctor:said.transferred', { number: token.number, to, doctor }),
      onRefused: setRefused,
    });
    if (sent) onClose();
  }

  return (
    <Overlay
      title={t('transfer.title', { number: token.number, name: token.patientName })}
      closeLabel={t('callOne.back')}
      place="center"
      testId="doctor-transfer-dialog"
      onClose={onClose}
    >
      {others.length === 0 ? (
        <p className="font-semibold">{t('transfer.nobody')}</p>
      ) : (
        <DialogForm
          label={
            target === undefined
              ? t('transfer.choose')
              : duplicate
                ? t('transfer.anyway')
                : t('transfer.to', { doctor: target.doctor.name })
          }
          tone={duplicate ? 'danger' : 'primary'}
          busy={actions.busy}
          // Nobody is sent before it is in view where to.
          isDisabled={target === undefined || (state.kind !== 'known' && !duplicate)}
          onConfirm={() => void confirm()}
          onClose={onClose}
        >
          <RadioRows
            label={t('transfer.choose')}
            autoFocus
            value={target?.doctor.id ?? null}
            onChange={(key) => {
              setRefused(null);
              setChosen(key);
            }}
            rows={others.map(({ doctor, state: its, nextSlot }) => ({
              key: doctor.id,
              text: `${doctor.prefix}  ${doctor.name} · ${doctor.specialization}`,
              note:
                its === 'closed'
                  ? t('transfer.closed')
                  : nextSlot === null
                    ? t('transfer.list')
                    : slotText(nextSlot),
              testId: `doctor-transfer-${doctor.prefix}`,
            }))}
          />
          {problem !== null && (
            <Alert
              tone="warn"
              title={staffErrorText(problem)}
              text={duplicate ? t('transfer.duplicate') : undefined}
              testId="doctor-transfer-refused"
            />
          )}
          {problem === null && state.kind === 'known' && (
            <PlaceLine preview={state.preview} testId="doctor-transfer-place" />
          )}
        </DialogForm>
      )}
    </Overlay>
  );
}
