import type { SlipPayment } from '../../../shared/model/payment';
import type { Ticket } from '../../../shared/model/ticket';
import { dateTimeText, isolated } from '../i18n/format';
import { moneyText } from '../i18n/money';
import { QrCode } from '../ui/QrCode';
import { Said, type Speaker } from './speakers';

interface Props {
  readonly payment: SlipPayment;
  readonly ticket: Pick<Ticket, 'timeZone'>;
  readonly speakers: readonly Speaker[];
}

/** What was paid, receipt by receipt, and what is still to be paid, by a code where the clinic has one. */
export function PaymentPart({ payment, ticket, speakers }: Props) {
  const { currency, due, upi, receiptOf, payments } = payment;
  const shown = receiptOf === null ? payments : payments.filter(({ id }) => id === receiptOf);
  return (
    <section className="slip-payment" data-testid="slip-payment">
      {shown.map((row) => (
        <div key={row.id} className="slip-receipt">
          <p className="slip-receipt-number">
            <Said speakers={speakers} say={({ t }) => t('slip:receipt', { number: isolated(row.number) })} />
          </p>
          <p className="slip-receipt-amount" dir="ltr">
            {moneyText(Math.abs(row.amount), currency, 'en')}
          </p>
          <p>
            <Said
              speakers={speakers}
              say={({ t }) =>
                row.amount < 0
                  ? t('slip:givenBack', { way: t(`common:pay.way.${row.way}`) })
                  : t(`common:pay.way.${row.way}`)
              }
            />
          </p>
          <p className="slip-when">
            <Said
              speakers={speakers}
              say={({ language }) =>
                [dateTimeText(row.at, ticket.timeZone, language), row.personName]
                  .filter((part) => part !== null)
                  .map(isolated)
                  .join(' · ')
              }
            />
          </p>
        </div>
      ))}
      {due > 0 && (
        <p className="slip-due" data-testid="slip-due">
          <Said
            speakers={speakers}
            say={({ t, language }) => t('common:pay.atDesk', { amount: moneyText(due, currency, language) })}
          />
        </p>
      )}
      {due > 0 && upi !== null && receiptOf === null && (
        <div className="slip-upi">
          <QrCode className="slip-qr" text={upi} label={speakers.map(({ t }) => t('slip:upi')).join(' / ')} />
          <p>
            <Said speakers={speakers} say={({ t }) => t('slip:upi')} />
          </p>
        </div>
      )}
      {shown.length > 0 && payment.receiptLine !== '' && <p dir="auto">{payment.receiptLine}</p>}
    </section>
  );
}
