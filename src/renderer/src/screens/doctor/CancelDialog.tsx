import { useTranslation } from 'react-i18next';
import type { Token } from '../../../../shared/model/token';
import { DialogForm } from '../../parts/DialogForm';
import { useWhy } from '../../parts/reasons/useWhy';
import { WhyField } from '../../parts/reasons/WhyField';
import { Overlay } from '../../ui/Overlay';
import type { Actions } from './useActions';

interface Props {
  readonly token: Token;
  readonly actions: Actions;
  readonly onClose: () => void;
}

/** R12: cancelled, with the reason why. The way back has the focus: nobody is cancelled by chance. */
export function CancelDialog({ token, actions, onClose }: Props) {
  const { t } = useTranslation(['doctor', 'reasons', 'common']);
  const why = useWhy('cancel');
  const { number, patientName: name } = token;

  function confirm(): void {
    if (!why.check()) return;
    onClose();
    actions.cancel(token, why.said);
  }

  return (
    <Overlay
      title={t('confirmCancel', { number, name })}
      closeLabel={t('confirmCancelNo')}
      place="center"
      testId="doctor-cancel-dialog"
      onClose={onClose}
    >
      <DialogForm
        label={t('confirmCancelYes')}
        tone="danger"
        busy={actions.busy}
        hasNoFields
        testId="dialog-confirm"
        onConfirm={confirm}
        onClose={onClose}
      >
        <p className="text-pretty text-ink-soft">{t('confirmCancelText')}</p>
        <WhyField label={t('reasons:why')} why={why} textTestId="doctor-cancel-note" />
      </DialogForm>
    </Overlay>
  );
}
