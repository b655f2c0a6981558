import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Token } from '../../../../shared/model/token';
import { DialogForm } from '../../parts/DialogForm';
import { NeedRows } from '../../parts/need/NeedRows';
import { Overlay } from '../../ui/Overlay';
import type { Actions } from './useActions';

interface Props {
  readonly token: Token;
  readonly actions: Actions;
  readonly onClose: () => void;
}

/** R26: a need that goes first among equals, as the doctor sees it. */
export function NeedDialog({ token, actions, onClose }: Props) {
  const { t } = useTranslation(['doctor', 'desk', 'common']);
  const [need, setNeed] = useState(token.precedence);
  const { number, patientName: name } = token;

  async function confirm(): Promise<void> {
    if (await actions.setPrecedence(token, need)) onClose();
  }

  return (
    <Overlay
      title={t('needTitle', { number, name })}
      closeLabel={t('callOne.back')}
      place="center"
      testId="doctor-need-dialog"
      onClose={onClose}
    >
      <DialogForm
        label={t('desk:rules.need.set')}
        busy={actions.busy}
        // What changes nothing is not done either: undo would take back something older.
        isDisabled={need === token.precedence}
        onConfirm={() => void confirm()}
        onClose={onClose}
      >
        <NeedRows value={need} onChange={setNeed} />
      </DialogForm>
    </Overlay>
  );
}
