import type { CheckedInput } from '../../../shared/contract';
import { currencyOf, receiptText } from '../../../shared/model/fees';
import type { PersonId } from '../../../shared/model/ids';
import type { DrawerCount, Payment, PaymentDay, PaymentSums } from '../../../shared/model/payment';
import type { Person } from '../../../shared/model/person';
import { ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import { checkReach } from '../time/reach';
import { sumOf } from './balance';

/** A day's payments by person and way, beside what was counted. Errors: INVALID_INPUT too far away. */
export async function paymentDay(
  { environment: { store }, today, settings }: Call,
  { serviceDay = today }: CheckedInput<'payments.day'>,
): Promise<Result<PaymentDay>> {
  const reach = checkReach(serviceDay, today);
  if (!reach.ok) return reach;
  const payments = await store.paymentsOn(serviceDay, serviceDay);
  const counts = await store.drawerCounts(serviceDay);
  const { persons } = await store.people();
  const { on, prefix } = settings.fees;
  const nameOf = (id: PersonId | null): string | null => nameOfPerson(persons, id);
  const [first] = payments;
  const last = payments.at(-1);
  return ok({
    on,
    serviceDay,
    currency: first?.currency ?? currencyOf(settings),
    receipts:
      first && last
        ? { first: receiptText(prefix, first.receipt), last: receiptText(prefix, last.receipt) }
        : null,
    all: drawerOf(payments, counts, null),
    people: whoTook(payments, counts)
      .map((personId) => ({
        ...drawerOf(payments.filter(isOf(personId)), counts, personId ?? undefined),
        ...{ personId, personName: nameOf(personId) },
      }))
      .sort((a, b) => (a.personName ?? '\uffff').localeCompare(b.personName ?? '\uffff')),
    counts: counts.map((count) => ({
      ...count,
      personName: nameOf(count.personId),
      byName: nameOf(count.by.personId),
    })),
  });
}

/** What should be in a drawer: the last float put in, and the cash. `whose`: null is everybody's; undefined has no drawer. */
export function expectedIn(
  payments: readonly Payment[],
  counts: readonly DrawerCount[],
  whose: PersonId | null | undefined,
): { readonly float: number; readonly expected: number } {
  const own = counts.filter(({ personId }) => personId === whose);
  const float = own.findLast(({ kind }) => kind === 'float')?.amount ?? 0;
  const cash = sumOf(payments.filter(({ way }) => way === 'cash'));
  return { float, expected: float + cash };
}

/** Those that somebody took; null: that nobody who is signed in took. */
export const isOf =
  (personId: PersonId | null) =>
  ({ by }: Pick<Payment, 'by'>): boolean =>
    by.personId === personId;

export function sumsOf(payments: readonly Payment[]): PaymentSums {
  const of = (way: Payment['way']): number => sumOf(payments.filter((payment) => payment.way === way));
  const [cash, upi, card, waived] = [of('cash'), of('upi'), of('card'), of('waived')];
  return { cash, upi, card, waived, money: cash + upi + card, rows: payments.length };
}

export function nameOfPerson(persons: readonly Person[], id: PersonId | null): string | null {
  return persons.find((person) => person.id === id)?.name ?? null;
}

function drawerOf(
  payments: readonly Payment[],
  counts: readonly DrawerCount[],
  whose: PersonId | null | undefined,
): PaymentDay['all'] {
  const own = counts.filter(({ personId, kind }) => personId === whose && kind === 'count');
  return { sums: sumsOf(payments), ...expectedIn(payments, counts, whose), count: own.at(-1) ?? null };
}

/** Whoever took anything that day, or has a float or a count. */
function whoTook(payments: readonly Payment[], counts: readonly DrawerCount[]): (PersonId | null)[] {
  const counted = counts.flatMap(({ personId }) => (personId === null ? [] : [personId]));
  return [...new Set([...payments.map(({ by }) => by.personId), ...counted])];
}
