import type { Handlers } from '../call';
import type { Commands } from '../run/plan';
import { countDrawer } from './count';
import { paymentDay } from './day';
import { exportPayments } from './export';
import { putRight } from './put-right';
import { printReceipt } from './receipt';
import { takePayment, waiveFee } from './take';
import { paymentsOfToken, unpaidOn } from './view';

/** What is paid, put right and counted. */
export const paymentCommands = {
  'payments.take': takePayment,
  'payments.waive': waiveFee,
  'payments.putRight': putRight,
  'payments.receipt': printReceipt,
  'payments.count': countDrawer,
} satisfies Commands;

/** What was paid. */
export const paymentHandlers: Handlers<
  'payments.ofToken' | 'payments.unpaid' | 'payments.day' | 'payments.export'
> = {
  'payments.ofToken': paymentsOfToken,
  'payments.unpaid': unpaidOn,
  'payments.day': paymentDay,
  'payments.export': exportPayments,
};
