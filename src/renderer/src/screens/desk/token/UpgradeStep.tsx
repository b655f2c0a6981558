import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cleanText } from '../../../../../shared/model/fold';
import type { Token } from '../../../../../shared/model/token';
import { i18n } from '../../../i18n';
import { useWhy } from '../../../parts/reasons/useWhy';
import { WhyField } from '../../../parts/reasons/WhyField';
import { FieldFrame, fieldLook } from '../../../ui/FieldFrame';
import { onToken } from '../act';
import { ConfirmStep } from '../ConfirmStep';
import { useFocusFirst } from '../useFocusFirst';

interface Props {
  readonly token: Token;
}

/** R24: an emergency, with the reason why; the number stays. */
export function UpgradeStep({ token }: Props) {
  const { t } = useTranslation(['desk', 'common']);
  const why = useWhy('emergency', token.note);
  const { id: tokenId, number } = token;
  return (
    <ConfirmStep
      preview={{ command: 'tokens.upgrade', tokenId }}
      revision={token.updatedAt}
      showsPlace
      label={t('action.upgrade')}
      tone="danger"
      onConfirm={async ({ run }) => {
        const ways = onToken(() => i18n.t('desk:said.upgraded', { number }));
        return why.check() && (await run('tokens.upgrade', { tokenId, ...why.said }, ways)) !== null;
      }}
    >
      <WhyField label={t('issue.note')} why={why} isFirst textTestId="desk-upgrade-note" />
    </ConfirmStep>
  );
}

/** R24: not an emergency after all, with the reason why. */
export function NotEmergencyStep({ token }: Props) {
  const { t } = useTranslation(['desk', 'common']);
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const { id: tokenId, number } = token;
  const field = useFocusFirst();

  return (
    <ConfirmStep
      preview={{ command: 'tokens.takeBackUpgrade', tokenId }}
      revision={token.updatedAt}
      showsPlace
      label={t('action.takeBackUpgrade')}
      onConfirm={async ({ run }) => {
        if (cleanText(note) === '') {
          setMissing(true);
          return false;
        }
        const ways = onToken(() => i18n.t('desk:said.upgradeTakenBack', { number }));
        return (await run('tokens.takeBackUpgrade', { tokenId, note }, ways)) !== null;
      }}
    >
      <FieldFrame
        label={t('rules.notEmergency')}
        error={missing ? t('rules.notEmergencyMissing') : null}
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
