import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Precedence, Token } from '../../../../shared/model/token';
import { DialogForm } from '../DialogForm';
import { NeedRows } from './NeedRows';

interface Props {
  readonly token: Token;
  readonly busy: boolean;
  readonly testId?: string;
  /** Answers whether it worked: then the dialog closes. */
  readonly onSet: (need: Precedence | null) => Promise<boolean>;
  readonly onClose: () => void;
}

/** R26: a need that goes first among equals; for staff only, never on board or slip. */
export function NeedForm({ token, busy, testId, onSet, onClose }: Props) {
  const { t } = useTranslation(['desk', 'common']);
  const [need, setNeed] = useState(token.precedence);

  async function confirm(): Promise<void> {
    if (await onSet(need)) onClose();
  }

  return (
    <DialogForm
      label={t('rules.need.set')}
      busy={busy}
      // What changes nothing is not done either: undo would take back something older. What the patient said is confirmed.
      isDisabled={need === token.precedence && token.precedenceFrom !== 'patient'}
      {...(testId === undefined ? {} : { testId })}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <NeedRows value={need} onChange={setNeed} />
    </DialogForm>
  );
}
