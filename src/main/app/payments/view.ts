import type { CallOutput, CheckedInput } from '../../../shared/contract';
import { currencyOf, receiptText, upiText } from '../../../shared/model/fees';
import type { TokenId } from '../../../shared/model/ids';
import type { Payment, ShownPayment, VisitPayments } from '../../../shared/model/payment';
import type { Token } from '../../../shared/model/token';
import { ok, type Result } from '../../../shared/result';
import type { PaymentOf } from '../../store/store';
import type { Call } from '../call';
import { noToken } from '../run/plan';
import { checkReach } from '../time/reach';
import { balanceOf, putRightOf } from './balance';
import { nameOfPerson } from './day';

/** What the visit of a token costs, and what was paid for it. Errors: NOT_FOUND. */
export async function paymentsOfToken(
  { environment: { store }, today, settings }: Call,
  { tokenId }: CheckedInput<'payments.ofToken'>,
): Promise<Result<VisitPayments>> {
  const key = await store.bookOfToken(tokenId);
  const book = key && (await store.book(key, today));
  const token = book?.tokens.find(({ id }) => id === tokenId);
  const doctor = key && (await store.doctor(key.doctorId));
  if (!token || !doctor) return noToken(tokenId);
  const payments = await store.paymentsOf([tokenId]);
  const balance = balanceOf(settings, doctor, token, payments);
  const { persons } = await store.people();
  const shown = payments.map(
    ({ of: _of, ...payment }): ShownPayment => ({
      ...payment,
      number: receiptText(settings.fees.prefix, payment.receipt),
      personName: nameOfPerson(persons, payment.by.personId),
      putRight: putRightOf(payment, payments),
    }),
  );
  // Rows of before, in a currency that is another by now, are told in their own.
  const currency = payments[0]?.currency ?? currencyOf(settings);
  const upi = upiText(settings, balance.due, token.number);
  return ok({ ...balance, currency, on: settings.fees.on, payments: shown, upi });
}

/** Tokens of a day for which something is due. Errors: INVALID_INPUT too far away. */
export async function unpaidOn(
  { environment: { store }, today, settings }: Call,
  { serviceDay = today }: CheckedInput<'payments.unpaid'>,
): Promise<Result<CallOutput<'payments.unpaid'>>> {
  if (!settings.fees.on) return ok([]);
  const reach = checkReach(serviceDay, today);
  if (!reach.ok) return reach;
  const doctors = await store.doctors();
  const keys = doctors.map(({ id: doctorId }) => ({ doctorId, serviceDay }));
  const books = await store.books(keys, today);
  const tokens = books.flatMap((book) => book?.tokens ?? []);
  const paid = byToken(await store.paymentsOf(tokens.map(({ id }) => id)));
  const unpaid: CallOutput<'payments.unpaid'> = [];
  for (const token of tokens) {
    const doctor = doctors.find(({ id }) => id === token.doctorId);
    if (!doctor || !isCharged(token)) continue;
    const { due } = balanceOf(settings, doctor, token, paid.get(token.id) ?? []);
    if (due > 0) unpaid.push({ tokenId: token.id, due });
  }
  return ok(unpaid);
}

const isCharged = ({ status }: Token): boolean => status !== 'cancelled' && status !== 'no_show';

function byToken(payments: readonly PaymentOf[]): ReadonlyMap<TokenId, readonly Payment[]> {
  const found = new Map<TokenId, Payment[]>();
  for (const payment of payments) {
    const known = found.get(payment.of);
    if (known) known.push(payment);
    else found.set(payment.of, [payment]);
  }
  return found;
}
