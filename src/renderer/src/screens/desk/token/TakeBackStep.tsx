import { useTranslation } from 'react-i18next';
import type { Token } from '../../../../../shared/model/token';
import { takeBack } from '../../../data/undo';
import { i18n } from '../../../i18n';
import { linkOf } from '../../../parts/transferLink';
import { deskChanges } from '../act';
import { ConfirmStep } from '../ConfirmStep';
import { useFound } from './useFound';

/** R21: a transfer, or a move to another day, taken back from either of its two tokens. */
export function TakeBackStep({ token }: { readonly token: Token }) {
  const { t } = useTranslation(['desk', 'common']);
  const other = useFound(linkOf(token) ?? token.id)?.token;
  const [first, second] = token.status === 'cancelled' ? [token, other] : [other, token];
  const number = first?.number ?? '';

  return (
    <ConfirmStep
      preview={{ command: 'tokens.undo', tokenId: token.id }}
      revision={token.updatedAt}
      showsPlace
      label={t('action.takeBackTransfer')}
      onConfirm={async (sending) => {
        const done = (back: Token): string => i18n.t('desk:said.transferTakenBack', { number: back.number });
        return (await takeBack(sending, token.id, deskChanges, { done })) !== null;
      }}
    >
      <p>{t('rules.takeBackTransfer', { number, other: second?.number ?? '' })}</p>
    </ConfirmStep>
  );
}
