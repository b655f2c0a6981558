import { useTranslation } from 'react-i18next';
import { claimOf, type Token } from '../../../../../shared/model/token';
import { i18n } from '../../../i18n';
import { onToken } from '../act';
import { ConfirmStep } from '../ConfirmStep';

/** R16: a follow-up that is none is a walk-in; Ctrl+Z takes it back. */
export function WalkInStep({ token }: { readonly token: Token }) {
  const { t } = useTranslation(['desk', 'common']);
  const { id: tokenId, number } = token;
  const claim = claimOf(token);
  return (
    <ConfirmStep
      preview={{ command: 'tokens.correct', tokenId, source: 'walk_in' }}
      revision={token.updatedAt}
      label={t('action.walkIn')}
      hasNoFields
      onConfirm={async ({ run }) => {
        const ways = onToken(() => i18n.t('desk:said.walkIn', { number }));
        return (await run('tokens.correct', { tokenId, source: 'walk_in' }, ways)) !== null;
      }}
    >
      {claim !== null && <p className="font-semibold">{t(`rules.claim.${claim}`)}</p>}
      <p>{t('rules.walkIn', { number })}</p>
    </ConfirmStep>
  );
}
