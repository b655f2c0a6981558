import type { Doctor } from '../../../shared/model/doctor';
import { receiptText, upiText } from '../../../shared/model/fees';
import type { Payment, SlipPayment } from '../../../shared/model/payment';
import type { Person } from '../../../shared/model/person';
import type { PrintJob } from '../../../shared/model/print-job';
import type { Settings } from '../../../shared/model/settings';
import type { Token } from '../../../shared/model/token';
import type { Reading } from '../../store/store';
import type { Call } from '../call';
import { balanceOf } from './balance';
import { nameOfPerson } from './day';

/** What a slip says of what was paid, as things stand; null: there is nothing to say. Whoever uses no fees has nothing looked up. */
export async function paymentOfSlip(
  { environment: { store }, settings }: Call,
  doctor: Doctor,
  token: Token,
  job: Pick<PrintJob, 'paymentId'> | undefined,
): Promise<SlipPayment | null> {
  const receiptOf = job?.paymentId ?? null;
  if (!settings.fees.on && receiptOf === null) return null;
  const payments = await store.paymentsOf([token.id]);
  const { persons } = await store.people();
  return saidOf(settings, { doctor, token, payments, persons, receiptOf });
}

/** The same of a token that is being issued or changed, in its transaction. */
export function paymentIn(
  { settings, paymentsOf }: Pick<Reading, 'settings' | 'paymentsOf'>,
  doctor: Doctor,
  token: Token,
): SlipPayment | null {
  if (!settings.fees.on) return null;
  const payments = token.transferredFrom === null ? [] : paymentsOf([token.id]);
  return saidOf(settings, { doctor, token, payments, persons: [], receiptOf: null });
}

interface Said extends Pick<SlipPayment, 'receiptOf'> {
  readonly doctor: Doctor;
  readonly token: Token;
  readonly payments: readonly Payment[];
  readonly persons: readonly Person[];
}

function saidOf(
  settings: Settings,
  { doctor, token, payments, persons, receiptOf }: Said,
): SlipPayment | null {
  const { prefix, receiptLine } = settings.fees;
  const balance = balanceOf(settings, doctor, token, payments);
  if (balance.fee === 0 && payments.length === 0) return null;
  return {
    ...balance,
    currency: payments[0]?.currency ?? balance.currency,
    payments: payments.map(({ id, receipt, amount, way, at, by }) => ({
      ...{ id, amount, way, at },
      number: receiptText(prefix, receipt),
      personName: nameOfPerson(persons, by.personId),
    })),
    upi: upiText(settings, balance.due, token.number),
    receiptLine,
    receiptOf,
  };
}
