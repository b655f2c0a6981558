import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cleanText } from '../../../../../shared/model/fold';
import type { Token } from '../../../../../shared/model/token';
import { call } from '../../../api/client';
import { i18n } from '../../../i18n';
import { FieldFrame, fieldLook } from '../../../ui/FieldFrame';
import { act } from '../act';
import { ConfirmStep } from '../ConfirmStep';
import { useFocusFirst } from '../useFocusFirst';

/** R24: an emergency after all, with the reason why; the number stays. */
export function UpgradeStep({ token }: { readonly token: Token }) {
  const { t } = useTranslation(['desk', 'common']);
  const [note, setNote] = useState(token.note);
  const [missing, setMissing] = useState(false);
  const { id: tokenId, number } = token;
  const field = useFocusFirst();

  return (
    <ConfirmStep
      preview={{ command: 'upgrade', tokenId }}
      revision={token.updatedAt}
      showsPlace
      label={t('action.upgrade')}
      tone="danger"
      onConfirm={async () => {
        if (cleanText(note) === '') {
          setMissing(true);
          return false;
        }
        return act(
          () => call('tokens.upgrade', { tokenId, note, requestId: crypto.randomUUID() }),
          () => i18n.t('desk:said.upgraded', { number }),
        );
      }}
    >
      <FieldFrame
        label={t('issue.note')}
        error={missing ? t('issue.problem.note') : null}
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
