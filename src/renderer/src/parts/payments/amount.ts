import { decimalsOf, MOST_AMOUNT, typedAmount } from '../../../../shared/model/money';
import { i18n } from '../../i18n';
import { moneyText } from '../../i18n/money';

/** What somebody typed, in the smallest unit; or what is wrong with it, in words. */
export function readAmount(typed: string, currency: string): number | string {
  const amount = typedAmount(typed, currency);
  if (typeof amount === 'number') return amount;
  const count = decimalsOf(currency);
  if (amount === 'decimals' && count === 0) return i18n.t('payments:amount.whole');
  return i18n.t(`payments:amount.${amount}`, { count, most: moneyText(MOST_AMOUNT, currency) });
}
