import { i18n } from '../../../i18n';
import { moneyText } from '../../../i18n/money';

/** What is too much or too little, in words. */
export function differenceText(difference: number, currency: string): string {
  if (difference === 0) return i18n.t('payments:count.right');
  const amount = moneyText(Math.abs(difference), currency);
  return i18n.t(difference > 0 ? 'payments:count.more' : 'payments:count.less', { amount });
}
