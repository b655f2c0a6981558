import { useTranslation } from 'react-i18next';
import type { Token } from '../../../../../shared/model/token';
import { useFees } from '../../../data/fees';
import { useCall } from '../../../data/query';
import { useMay } from '../../../data/who';
import { moneyText } from '../../../i18n/money';
import { Alert } from '../../../ui/Alert';
import { standingOfPayment } from '../payments/words';

interface Props {
  readonly token: Token;
}

/** What is to be paid, was paid or is owed; nothing where no fees are used. */
export function PaymentLine({ token }: Props) {
  useTranslation('payments');
  const { value } = useCall('payments.ofToken', useAsked(token));
  if (value === undefined || (value.fee === 0 && value.payments.length === 0)) return null;
  const isOpen = value.due > 0 || value.owed > 0;
  return (
    <p
      data-testid="desk-card-payment"
      className={isOpen ? 'text-small font-semibold text-warn' : 'text-small font-semibold text-success'}
    >
      {standingOfPayment(value)}
    </p>
  );
}

/** Before a token is cancelled: money was taken with it, which is to be given back. */
export function TakenWarning({ token }: Props) {
  const { t } = useTranslation('payments');
  const { value } = useCall('payments.ofToken', useAsked(token));
  if (value === undefined || value.money <= 0) return null;
  const amount = moneyText(value.money, value.currency);
  return (
    <Alert
      tone="warn"
      icon="purse"
      title={t('taken.title', { amount })}
      text={t('taken.text')}
      testId="desk-money-taken"
    />
  );
}

function useAsked({ id: tokenId }: Token): { tokenId: Token['id'] } | null {
  const may = useMay();
  return useFees() !== null && may('payments.ofToken') ? { tokenId } : null;
}
