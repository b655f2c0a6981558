import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cleanText } from '../../../../../shared/model/fold';
import type { Token } from '../../../../../shared/model/token';
import { i18n } from '../../../i18n';
import { FieldFrame, fieldLook } from '../../../ui/FieldFrame';
import { onToken } from '../act';
import { ConfirmStep } from '../ConfirmStep';
import { useFocusFirst } from '../useFocusFirst';

interface Props {
  readonly token: Token;
  /** The other way: not an emergency after all. */
  readonly back?: boolean;
}

/** R24: an emergency, or none after all, with the reason why; the number stays. */
export function UpgradeStep({ token, back = false }: Props) {
  const { t } = useTranslation(['desk', 'common']);
  const [note, setNote] = useState(back ? '' : token.note);
  const [missing, setMissing] = useState(false);
  const { id: tokenId, number } = token;
  const field = useFocusFirst();

  return (
    <ConfirmStep
      preview={{ command: back ? 'tokens.takeBackUpgrade' : 'tokens.upgrade', tokenId }}
      revision={token.updatedAt}
      showsPlace
      label={t(back ? 'action.takeBackUpgrade' : 'action.upgrade')}
      tone={back ? 'primary' : 'danger'}
      onConfirm={async ({ run }) => {
        if (cleanText(note) === '') {
          setMissing(true);
          return false;
        }
        const ways = onToken(() =>
          i18n.t(back ? 'desk:said.upgradeTakenBack' : 'desk:said.upgraded', { number }),
        );
        const name = back ? 'tokens.takeBackUpgrade' : 'tokens.upgrade';
        return (await run(name, { tokenId, note }, ways)) !== null;
      }}
    >
      <FieldFrame
        label={t(back ? 'rules.notEmergency' : 'issue.note')}
        error={missing ? t(back ? 'rules.notEmergencyMissing' : 'issue.problem.note') : null}
        errorTestId="desk-error"
      >
        {(ids) => (
          <input
            {...ids}
            ref={field}
            data-testid="desk-upgrade-note"
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
    </ConfirmStep>
  );
}
