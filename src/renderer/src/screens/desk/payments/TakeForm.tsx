import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { plainAmount } from '../../../../../shared/model/money';
import { MOST_REASON, type PaymentWay, type VisitPayments } from '../../../../../shared/model/payment';
import type { Token } from '../../../../../shared/model/token';
import { useCommand } from '../../../data/useCommand';
import { i18n } from '../../../i18n';
import { moneyText } from '../../../i18n/money';
import { DialogForm } from '../../../parts/DialogForm';
import { readAmount } from '../../../parts/payments/amount';
import { closeWhenDone } from '../../../stores/deskView';
import { FieldFrame, fieldLook } from '../../../ui/FieldFrame';
import { QrCode } from '../../../ui/QrCode';
import { useFocusFirst } from '../useFocusFirst';
import { AmountField } from './AmountField';

interface Props {
  readonly token: Token;
  readonly way: PaymentWay;
  readonly visit: VisitPayments;
  readonly onBack: () => void;
}

/** Takes a payment: what is due stands there already, and Enter takes it. */
export function TakeForm({ token, way, visit, onBack }: Props) {
  const { t } = useTranslation(['payments', 'common']);
  const command = useCommand();
  const { currency, due, paid, upi } = visit;
  const [typed, setTyped] = useState(plainAmount(due, currency));
  const [given, setGiven] = useState('');
  const [reasonText, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const first = useFocusFirst();
  const amount = readAmount(typed, currency);
  const problem = problemOf(amount, due, currency);
  const change = way === 'cash' && typeof amount === 'number' ? changeOf(given, amount, currency) : 0;
  const isUnsaid = way === 'waived' && reasonText.trim() === '';

  async function take(): Promise<void> {
    setAsked(true);
    if (typeof amount === 'string' || typeof change === 'string' || problem !== null || isUnsaid) return;
    const { id: tokenId, number } = token;
    const wish = { tokenId, amount, seen: paid };
    const done = (): string =>
      i18n.t(`payments:said.${way}`, { number, amount: moneyText(amount, currency) });
    await closeWhenDone(
      (way === 'waived'
        ? command.run('payments.waive', { ...wish, reasonText }, { done })
        : command.run('payments.take', { ...wish, way }, { done })
      ).then((answer) => answer !== null),
    );
  }

  return (
    <DialogForm
      label={t(`do.${way}`, { amount: typeof amount === 'number' ? moneyText(amount, currency) : '' })}
      busy={command.busy}
      testId="desk-confirm"
      onConfirm={() => void take()}
      onClose={onBack}
    >
      <AmountField
        label={t('amount.label')}
        value={typed}
        currency={currency}
        error={problem}
        testId="desk-payment-amount"
        {...(way === 'upi' || way === 'card' ? { inputRef: first } : {})}
        onChange={setTyped}
      />
      {way === 'cash' && typeof amount === 'number' && (
        <Given {...{ given, setGiven, change, currency, first }} />
      )}
      {way === 'upi' && upi !== null && amount === due && (
        <div className="flex items-center gap-4" data-testid="desk-upi">
          <QrCode text={upi} label={t('upi.code')} className="size-44 shrink-0 rounded-control bg-[#fff]" />
          <p className="text-pretty">{t('upi.text')}</p>
        </div>
      )}
      {way === 'waived' && (
        <FieldFrame
          label={t('reason')}
          error={asked && isUnsaid ? t('reasonMissing') : null}
          errorTestId="desk-error"
        >
          {(ids) => (
            <input
              {...ids}
              ref={first}
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
      )}
    </DialogForm>
  );
}

function problemOf(amount: number | string, due: number, currency: string): string | null {
  if (typeof amount === 'string') return amount;
  if (amount === 0) return i18n.t('payments:amount.none');
  return amount > due ? i18n.t('payments:amount.tooMuch', { due: moneyText(due, currency) }) : null;
}

interface GivenProps {
  readonly given: string;
  readonly setGiven: (given: string) => void;
  readonly change: number | string;
  readonly currency: string;
  readonly first: RefObject<HTMLInputElement | null>;
}

/** What goes back of what the patient gives, or why that cannot be taken; nothing typed: just the amount. */
function changeOf(given: string, amount: number, currency: string): number | string {
  const read = given.trim() === '' ? amount : readAmount(given, currency);
  if (typeof read === 'string') return read;
  return read < amount ? i18n.t('payments:tooLittle') : read - amount;
}

/** What the patient gives, and what goes back. */
function Given({ given, setGiven, change, currency, first }: GivenProps) {
  const { t } = useTranslation('payments');
  return (
    <div className="flex flex-wrap items-end gap-x-6 gap-y-2">
      <AmountField
        label={t('given')}
        value={given}
        currency={currency}
        error={typeof change === 'string' ? change : null}
        testId="desk-payment-given"
        inputRef={first}
        onChange={setGiven}
      />
      {typeof change === 'number' && change > 0 && (
        <p data-testid="desk-payment-change" className="pb-1 text-lead font-bold" role="status">
          {t('change', { amount: moneyText(change, currency) })}
        </p>
      )}
    </div>
  );
}
