import type { CheckedInput } from '../../../shared/contract';
import type { PaymentDone } from '../../../shared/contract/payments';
import { isSameBook } from '../../../shared/model/book';
import { receiptText } from '../../../shared/model/fees';
import { plainAmount } from '../../../shared/model/money';
import type { Payment, PaymentWay } from '../../../shared/model/payment';
import { refused } from '../../../shared/refusals';
import { ok, type Result } from '../../../shared/result';
import type { Reading } from '../../store/store';
import type { Call } from '../call';
import { noDoctor, noToken, type Plan } from '../run/plan';
import { balanceOf } from './balance';
import { newPayment, receiptJobs } from './row';

interface Wish extends Omit<CheckedInput<'payments.take'>, 'way'> {
  readonly way: PaymentWay;
  readonly reasonText?: string;
}

/**
 * Writes down that somebody paid, all of what is due or a part of it. Two windows at once take it once: the second is told who took
 * it, and when. Errors: NOT_FOUND; CONFLICT nothing is due, less is due than this, more was paid than was shown, or no fees are used.
 */
export async function takePayment(
  call: Call,
  input: CheckedInput<'payments.take'>,
): Promise<Result<Plan<PaymentDone>>> {
  return settleDue(call, input);
}

/** Lets off what is due, or a part of it. Errors: as above. */
export async function waiveFee(
  call: Call,
  input: CheckedInput<'payments.waive'>,
): Promise<Result<Plan<PaymentDone>>> {
  return settleDue(call, { ...input, way: 'waived' });
}

async function settleDue(call: Call, wish: Wish): Promise<Result<Plan<PaymentDone>>> {
  const { tokenId, amount, way, seen, language, reasonText = '' } = wish;
  const key = await call.environment.store.bookOfToken(tokenId);
  if (!key) return noToken(tokenId);
  return ok({
    books: [key],
    everyPerson: true,
    decide: (books, { reading }) => {
      const { settings } = reading;
      const token = books.find((book) => isSameBook(book, key))?.tokens.find(({ id }) => id === tokenId);
      const doctor = reading.doctor(key.doctorId);
      if (!token) return noToken(tokenId);
      if (!doctor) return noDoctor(key.doctorId);
      if (!settings.fees.on) return refused('CONFLICT', 'fees_off');
      const before = reading.paymentsOf([tokenId]);
      const { due, paid, fee, currency } = balanceOf(settings, doctor, token, before);
      if (due === 0 || (seen !== undefined && seen !== paid)) return refuseAgain(reading, before, due);
      if (amount > due) return refused('CONFLICT', 'payment_too_much', { due: plainAmount(due, currency) });
      const payment = newPayment(call, reading, token, { amount, way, reasonText, fee, corrects: null });
      const after = balanceOf(settings, doctor, token, [...before, payment]);
      return ok({
        decisions: [],
        about: { token, warnings: [] },
        also: { payments: [payment], printJobs: receiptJobs(call, reading, payment, language) },
        answer: { payment, balance: after },
      });
    },
  });
}

/** It was paid meanwhile, or costs nothing. */
function refuseAgain({ settings, people }: Reading, before: readonly Payment[], due: number): Result<never> {
  const last = before.findLast(({ amount }) => amount > 0);
  if (!last) return refused('CONFLICT', 'payment_nothing_due');
  const { at, way, amount, currency, by } = last;
  const { timeZone } = settings.clinic;
  const name = people().persons.find(({ id }) => id === by.personId)?.name;
  return refused('CONFLICT', due === 0 ? 'payment_twice' : 'payment_meanwhile', {
    receipt: receiptText(settings.fees.prefix, last.receipt),
    sum: `${plainAmount(amount, currency)} ${currency}`,
    time: new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' }).format(at),
    who: name === undefined ? '' : ` (${name})`,
    ...{ at, way },
  });
}
