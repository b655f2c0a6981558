import { useTranslation } from 'react-i18next';
import type { ShownPayment, VisitPayments } from '../../../../../shared/model/payment';
import { useTimeZone } from '../../../data/status';
import { useCommand } from '../../../data/useCommand';
import { useMay } from '../../../data/who';
import { dateTimeText } from '../../../i18n/format';
import { moneyText } from '../../../i18n/money';
import { Button } from '../../../ui/Button';

interface Props {
  readonly visit: VisitPayments;
  readonly onPutRight: (payment: ShownPayment) => void;
}

/** Each payment with its receipt, in the order in which they were made. */
export function PaymentRows({ visit: { payments }, onPutRight }: Props) {
  const { t } = useTranslation('payments');
  const timeZone = useTimeZone();
  const command = useCommand();
  const may = useMay();
  if (payments.length === 0) return null;
  return (
    <ul aria-label={t('rows')} className="flex flex-col">
      {payments.map((payment) => {
        const { id: paymentId, number, amount, currency, way, at, personName, reasonText } = payment;
        const isWhole = amount > 0 && payment.putRight < amount;
        return (
          <li
            key={paymentId}
            data-testid={`desk-payment-${number}`}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line py-2"
          >
            <span className="min-w-0 grow">
              <span className="figures flex flex-wrap items-baseline gap-x-2">
                <strong>{moneyText(amount, currency)}</strong>
                <span>{t(amount < 0 ? `back.${way}` : `way.${way}`)}</span>
                <bdi className="text-small text-ink-soft">{number}</bdi>
              </span>
              <span className="block text-small text-ink-soft">
                {dateTimeText(at, timeZone)}
                {personName !== null && (
                  <>
                    {' · '}
                    <bdi>{personName}</bdi>
                  </>
                )}
                {reasonText !== '' && (
                  <>
                    {' · '}
                    <bdi>{reasonText}</bdi>
                  </>
                )}
              </span>
            </span>
            {may('payments.receipt') && (
              <Button
                size="small"
                icon="printer"
                busy={command.busy}
                aria-label={t('receiptOf', { number })}
                onPress={() =>
                  void command.run(
                    'payments.receipt',
                    { paymentId },
                    { done: () => t('said.receipt', { number }) },
                  )
                }
                data-testid={`desk-receipt-${number}`}
              >
                {t('receipt')}
              </Button>
            )}
            {isWhole && may('payments.putRight') && (
              <Button
                size="small"
                icon="return"
                aria-label={t('putRightOf', { number })}
                onPress={() => onPutRight(payment)}
                data-testid={`desk-put-right-${number}`}
              >
                {t('putRight')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
