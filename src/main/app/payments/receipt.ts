import type { CheckedInput } from '../../../shared/contract';
import type { PrintJob } from '../../../shared/model/print-job';
import { fail, ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import { printFailed } from '../outside/printers';
import { newPrintJob } from '../run/new-job';
import { nobody, type Plan } from '../run/plan';
import { noPayment } from './put-right';

/** A receipt once more: it bears DUPLICATE if there was one before. Errors: NOT_FOUND; UNAVAILABLE the station prints no slips. */
export async function printReceipt(
  call: Call,
  { paymentId }: CheckedInput<'payments.receipt'>,
): Promise<Result<Plan<PrintJob>>> {
  const { newId, headless, store } = call.environment;
  if (headless)
    return fail('UNAVAILABLE', 'This server has no printer; receipts are printed at the reception PC.');
  const payment = await store.payment(paymentId);
  if (!payment) return noPayment(paymentId);
  const { tokenId } = payment;
  const last = await store.receiptJob(payment);
  const slip = last ?? (await store.printJobOfToken(tokenId));
  return ok({
    books: [],
    decide: (_books, { reading }) => {
      const { print, clinic } = reading.settings;
      const language = slip?.language ?? clinic.language;
      const copy = last === undefined ? 0 : last.copy + 1;
      const wish = { id: newId(), tokenId, paymentId, language, station: 'desk', copy } as const;
      const job = newPrintJob(print, call.now, wish);
      if (!job) return printFailed('no_printer');
      return ok({ decisions: [], about: nobody, also: { printJobs: [job] }, answer: job });
    },
  });
}
