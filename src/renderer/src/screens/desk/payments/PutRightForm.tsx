import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { plainAmount } from '../../../../../shared/model/money';
import { MOST_REASON, type ShownPayment } from '../../../../../shared/model/payment';
import type { Token } from '../../../../../shared/model/token';
import { useCommand } from '../../../data/useCommand';
import { i18n } from '../../../i18n';
import { moneyText } from '../../../i18n/money';
import { DialogForm } from '../../../parts/DialogForm';
import { readAmount } from '../../../parts/payments/amount';
import { closeWhenDone } from '../../../stores/deskView';
import { FieldFrame, fieldLook } from '../../../ui/FieldFrame';
import { useFocusFirst } from '../useFocusFirst';
import { AmountField } from './AmountField';

interface Props {
  readonly token: Token;
  readonly payment: ShownPayment;
  /** What the clinic owes by now: offered first. */
  readonly owed: number;
  readonly onBack: () => void;
}

/** Gives money back, or takes back what was written down wrongly; why is said, and Enter alone does not do it before. */
export function PutRightForm({ token, payment, owed, onBack }: Props) {
  const { t } = useTranslation(['payments', 'common']);
  const command = useCommand();
  const { id: paymentId, currency, way, number } = payment;
  const left = payment.amount - payment.putRight;
  const [typed, setTyped] = useState(plainAmount(owed > 0 ? Math.min(owed, left) : left, currency));
  const [reasonText, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const reason = useFocusFirst();
  const amount = readAmount(typed, currency);
  const isUnsaid = reasonText.trim() === '';
  const problem =
    typeof amount === 'string'
      ? amount
      : amount === 0
        ? t('amount.none')
        : amount > left
          ? t('amount.tooMuchBack', { left: moneyText(left, currency) })
          : null;

  async function putRight(): Promise<void> {
    setAsked(true);
    if (typeof amount === 'string' || problem !== null || isUnsaid) return;
    const said = { number: token.number, amount: moneyText(amount, currency) };
    const done = (): string => i18n.t('payments:said.putRight', said);
    const work = command.run('payments.putRight', { paymentId, amount, reasonText }, { done });
    await closeWhenDone(work.then((answer) => answer !== null));
  }

  return (
    <DialogForm
      label={t(`giveBack.${way}`, { amount: typeof amount === 'number' ? moneyText(amount, currency) : '' })}
      tone="danger"
      busy={command.busy}
      testId="desk-confirm"
      onConfirm={() => void putRight()}
      onClose={onBack}
    >
      <p className="text-pretty">{t('putRightText', { number })}</p>
      <AmountField
        label={t('amount.label')}
        value={typed}
        currency={currency}
        error={problem}
        testId="desk-payment-amount"
        onChange={setTyped}
      />
      <FieldFrame
        label={t('reason')}
        error={asked && isUnsaid ? t('reasonMissing') : null}
        errorTestId="desk-error"
      >
        {(ids) => (
          <input
            {...ids}
            ref={reason}
            data-testid="desk-payment-reason"
            type="text"
            dir="auto"
            maxLength={MOST_REASON}
            value={reasonText}
            onChange={(event) => setReason(event.currentTarget.value)}
            className={fieldLook}
          />
        )}
      </FieldFrame>
    </DialogForm>
  );
}
