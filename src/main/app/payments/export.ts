import type { CallOutput, CheckedInput } from '../../../shared/contract';
import { receiptText } from '../../../shared/model/fees';
import type { PaymentId } from '../../../shared/model/ids';
import { plainAmount } from '../../../shared/model/money';
import type { Payment } from '../../../shared/model/payment';
import { fail, ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import { csvOf, MARK } from '../outside/csv';
import { writeExport } from '../outside/exports';
import { fileTime } from '../time/calendar';
import { nameOfPerson } from './day';

/** Stable: whoever reads such files goes by these names and their order (docs/payments.md). */
const columns = [
  'receipt',
  'service_day',
  'at',
  'kind',
  'way',
  'amount',
  'currency',
  'doctor',
  'visit_kind',
  'token',
  'puts_right',
  'reason',
  'person',
  'screen',
];

/** Saves the payments of some days as CSV, a row a payment in the order of receipts; nobody who was treated is named. */
export async function exportPayments(
  call: Call,
  { from, to }: CheckedInput<'payments.export'>,
): Promise<Result<CallOutput<'payments.export'>>> {
  const { environment, now, settings } = call;
  const { store } = environment;
  if (to < from) return fail('INVALID_INPUT', 'The last day must not be before the first.', { field: 'to' });
  const payments = await store.paymentsOn(from, to);
  const { persons } = await store.people();
  const doctors = new Map((await store.doctors()).map(({ id, name }) => [id, name]));
  const number = ({ receipt }: Payment): string => receiptText(settings.fees.prefix, receipt);
  const rows: string[][] = [];
  for (const payment of payments) {
    const { at, amount, currency, way, by, corrects } = payment;
    const history = await store.tokenHistory(payment.tokenId);
    rows.push([
      number(payment),
      payment.serviceDay,
      new Date(at).toISOString(),
      amount < 0 ? 'put_right' : way === 'waived' ? 'waiver' : 'payment',
      way,
      plainAmount(amount, currency),
      currency,
      doctors.get(payment.doctorId) ?? '',
      payment.source,
      history.at(-1)?.event.after.number ?? '',
      corrects === null ? '' : await numberOf(corrects),
      payment.reasonText,
      nameOfPerson(persons, by.personId) ?? '',
      by.screen,
    ]);
  }

  async function numberOf(id: PaymentId): Promise<string> {
    const wrong = await store.payment(id);
    return wrong ? number(wrong) : '';
  }

  const name = `payments-${from}-${to}-${fileTime(now, settings.clinic.timeZone)}.csv`;
  const path = await writeExport(environment, name, [MARK, csvOf([columns, ...rows])]);
  return path.ok ? ok({ path: path.value, rows: rows.length }) : path;
}
