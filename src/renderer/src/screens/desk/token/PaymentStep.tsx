import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type PaymentWay, paymentWays, type ShownPayment } from '../../../../../shared/model/payment';
import type { Token } from '../../../../../shared/model/token';
import { useCall } from '../../../data/query';
import { useMay } from '../../../data/who';
import { staffErrorText } from '../../../i18n/errors';
import { digitOf } from '../../../keys/position';
import { useDialogKeys } from '../../../keys/useDialogKeys';
import { Alert } from '../../../ui/Alert';
import { Key } from '../../../ui/Key';
import { Spinner } from '../../../ui/Spinner';
import { PaymentRows } from '../payments/PaymentRows';
import { PutRightForm } from '../payments/PutRightForm';
import { TakeForm } from '../payments/TakeForm';

/** What was paid for a visit: taken by one key for its way, printed again, put right. */
export function PaymentStep({ token }: { readonly token: Token }) {
  const { t } = useTranslation(['payments', 'common']);
  const { value, error } = useCall('payments.ofToken', { tokenId: token.id });
  const may = useMay();
  const [way, setWay] = useState<PaymentWay | null>(null);
  const [wrong, setWrong] = useState<ShownPayment | null>(null);
  const mayTake = (one: PaymentWay): boolean => may(one === 'waived' ? 'payments.waive' : 'payments.take');
  const ways = value !== undefined && value.due > 0 && value.on ? paymentWays.filter(mayTake) : [];

  const keys = useDialogKeys((event) => {
    const chosen = way === null && wrong === null ? paymentWays[digitOf(event.code) - 1] : undefined;
    if (chosen === undefined || !ways.includes(chosen)) return false;
    setWay(chosen);
    return true;
  });

  if (error !== undefined && value === undefined)
    return <Alert tone="danger" title={staffErrorText(error)} testId="desk-payment-error" />;
  if (value === undefined) return <Spinner />;
  if (wrong !== null)
    return <PutRightForm token={token} payment={wrong} owed={value.owed} onBack={() => setWrong(null)} />;
  if (way !== null) return <TakeForm token={token} way={way} visit={value} onBack={() => setWay(null)} />;
  return (
    <div ref={keys} className="flex flex-col gap-4">
      {value.owed > 0 && <p className="text-small text-ink-soft">{t('owedText')}</p>}
      {ways.length > 0 && (
        <div role="toolbar" aria-label={t('ways')} className="grid grid-cols-2 gap-2">
          {ways.map((one, index) => (
            <AriaButton
              key={one}
              autoFocus={index === 0}
              onPress={() => setWay(one)}
              data-testid={`desk-pay-${one}`}
              className="flex min-h-11 cursor-pointer items-center gap-3 rounded-control border border-line-strong bg-surface px-3 text-start font-semibold data-hovered:bg-sunken"
            >
              <span className="min-w-0 grow">{t(`way.${one}`)}</span>
              <Key>{String(paymentWays.indexOf(one) + 1)}</Key>
            </AriaButton>
          ))}
        </div>
      )}
      <PaymentRows visit={value} onPutRight={setWrong} />
    </div>
  );
}
