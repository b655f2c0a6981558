import { useTranslation } from 'react-i18next';
import type { Token } from '../../../../../shared/model/token';
import { i18n } from '../../../i18n';
import { useWhy } from '../../../parts/reasons/useWhy';
import { WhyField } from '../../../parts/reasons/WhyField';
import { onToken } from '../act';
import { ConfirmStep } from '../ConfirmStep';
import { TakenWarning } from './PaymentLine';

/** R12: cancelled, with the reason why. The way back has the focus: nobody is cancelled by chance. */
export function CancelStep({ token }: { readonly token: Token }) {
  const { t } = useTranslation(['desk', 'reasons', 'common']);
  const why = useWhy('cancel');
  const { id: tokenId, number } = token;
  return (
    <ConfirmStep
      preview={{ command: 'tokens.cancel', tokenId }}
      revision={token.updatedAt}
      label={t('confirm.cancel', { number })}
      tone="danger"
      hasNoFields
      onConfirm={async ({ run }) => {
        const ways = onToken(() => i18n.t('desk:said.cancelled', { number }));
        const wish = { tokenId, reason: 'staff', ...why.said } as const;
        return why.check() && (await run('tokens.cancel', wish, ways)) !== null;
      }}
    >
      <p>{t('confirm.cancelText')}</p>
      <TakenWarning token={token} />
      <WhyField label={t('reasons:why')} why={why} textTestId="desk-cancel-note" />
    </ConfirmStep>
  );
}
