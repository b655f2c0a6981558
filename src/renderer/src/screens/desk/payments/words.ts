import type { VisitPayments } from '../../../../../shared/model/payment';
import { i18n } from '../../../i18n';
import { moneyText } from '../../../i18n/money';

/** How a visit stands, in one line. */
export function standingOfPayment({ due, owed, money, paid, currency }: VisitPayments): string {
  const said = (amount: number): string => moneyText(amount, currency);
  if (owed > 0) return i18n.t('payments:owed', { amount: said(owed) });
  if (due > 0 && paid > 0) return i18n.t('payments:partPaid', { amount: said(due), paid: said(paid) });
  if (due > 0) return i18n.t('payments:toPay', { amount: said(due) });
  if (money > 0) return i18n.t('payments:paid', { amount: said(money) });
  return i18n.t('payments:nothing');
}
