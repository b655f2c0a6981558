import type { CheckedInput } from '../../../shared/contract';
import type { PaymentDone } from '../../../shared/contract/payments';
import { plainAmount } from '../../../shared/model/money';
import { refused } from '../../../shared/refusals';
import { ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import { noDoctor, noToken, type Plan } from '../run/plan';
import { balanceOf, putRightOf } from './balance';
import { newPayment, receiptJobs } from './row';

/**
 * Gives money back, or takes back what was written down wrongly: a row of its own that names the first one, of the day on which it is
 * made, also when the first one's is over and counted. Errors: NOT_FOUND; CONFLICT all of it was put right, or less is left.
 */
export async function putRight(
  call: Call,
  { paymentId, amount: wished, reasonText, language }: CheckedInput<'payments.putRight'>,
): Promise<Result<Plan<PaymentDone>>> {
  const { store } = call.environment;
  const wrong = await store.payment(paymentId);
  if (!wrong) return noPayment(paymentId);
  const { tokenId } = wrong;
  const key = await store.bookOfToken(tokenId);
  if (!key) return noToken(tokenId);
  return ok({
    books: [key],
    decide: ([book], { reading }) => {
      const token = book?.tokens.find(({ id }) => id === tokenId);
      const doctor = reading.doctor(key.doctorId);
      if (!token) return noToken(tokenId);
      if (!doctor) return noDoctor(key.doctorId);
      if (wrong.corrects !== null) return refused('CONFLICT', 'payment_is_correction');
      const before = reading.paymentsOf([tokenId]);
      const left = wrong.amount - putRightOf(wrong, before);
      if (left <= 0) return refused('CONFLICT', 'payment_put_right');
      const amount = wished ?? left;
      const { currency, way, fee } = wrong;
      if (amount > left)
        return refused('CONFLICT', 'payment_less_left', { left: plainAmount(left, currency) });
      const row = newPayment(
        call,
        reading,
        { ...wrong, id: tokenId },
        {
          // As it was charged then.
          ...{ amount: -amount, way, reasonText, fee, corrects: paymentId },
        },
      );
      const after = balanceOf(reading.settings, doctor, token, [...before, row]);
      return ok({
        decisions: [],
        about: { token, warnings: [] },
        also: { payments: [row], printJobs: receiptJobs(call, reading, row, language) },
        answer: { payment: row, balance: after },
      });
    },
  });
}

export function noPayment(paymentId: string): Result<never> {
  return refused('NOT_FOUND', 'payment_gone', { paymentId });
}
