import { useTranslation } from 'react-i18next';
import type { Token } from '../../../../shared/model/token';
import { NeedForm } from '../../parts/need/NeedForm';
import { Overlay } from '../../ui/Overlay';
import type { Actions } from './useActions';

interface Props {
  readonly token: Token;
  readonly actions: Actions;
  readonly onClose: () => void;
}

/** R26, as the doctor sees it. */
export function NeedDialog({ token, actions, onClose }: Props) {
  const { t } = useTranslation(['doctor', 'common']);
  const { number, patientName: name } = token;
  return (
    <Overlay
      title={t('needTitle', { number, name })}
      closeLabel={t('callOne.back')}
      place="center"
      testId="doctor-need-dialog"
      onClose={onClose}
    >
      <NeedForm
        token={token}
        busy={actions.busy}
        onSet={(need) => actions.setPrecedence(token, need)}
        onClose={onClose}
      />
    </Overlay>
  );
}
