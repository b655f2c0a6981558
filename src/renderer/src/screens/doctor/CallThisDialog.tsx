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

/** R18, R20: out of turn, and why: those who wait longer may ask. */
export function CallThisDialog({ token, actions, onClose }: Props) {
  const { t } = useTranslation(['doctor', 'common']);
  const why = useWhy('outOfTurn');
  const { number, patientName: name } = token;

  async function confirm(): Promise<void> {
    if (why.check() && (await actions.callThis(token, why.said))) onClose();
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
        <WhyField label={t('callOne.why')} why={why} isFirst textTestId="doctor-call-note" />
        <p className="text-small text-ink-soft">{t('callOne.kept')}</p>
      </DialogForm>
    </Overlay>
  );
}
