import type { Doctor } from '../../../shared/model/doctor';
import { currencyOf, feeOf } from '../../../shared/model/fees';
import type { Payment, VisitBalance } from '../../../shared/model/payment';
import type { Settings } from '../../../shared/model/settings';
import type { Token } from '../../../shared/model/token';

type CancelledToken = Extract<Token, { status: 'cancelled' }>;
type FeeSettings = Pick<Settings, 'fees' | 'clinic'>;

/** How the visit of a token stands. */
export function balanceOf(
  settings: FeeSettings,
  doctor: Pick<Doctor, 'id' | 'followUp'>,
  token: Token,
  payments: readonly Payment[],
): VisitBalance {
  const paid = sumOf(payments);
  const money = sumOf(payments.filter(({ way }) => way !== 'waived'));
  const fee = chargeOf(settings, doctor, token, payments);
  return {
    currency: currencyOf(settings),
    fee,
    paid,
    money,
    due: Math.max(0, fee - paid),
    // What was only let off is owed to nobody.
    owed: Math.max(0, Math.min(money, paid - fee)),
  };
}

/**
 * What the visit costs: what it did when something was paid for it last, as long as it is of that doctor and kind; else as the fees
 * are now. One that is cancelled costs nothing; whoever did not come is owed nothing by itself, and a visit that goes on with another
 * token is settled there.
 */
function chargeOf(
  { fees }: FeeSettings,
  doctor: Pick<Doctor, 'id' | 'followUp'>,
  token: Token,
  payments: readonly Payment[],
): number {
  if (token.status === 'cancelled' && !goesOn(token)) return 0;
  if (token.status === 'no_show' || token.status === 'cancelled') return Math.max(0, sumOf(payments));
  // Also if something was paid for it with another doctor since, or was put right there.
  const agreed = payments.findLast((one) => one.doctorId === token.doctorId && one.source === token.source);
  return agreed?.fee ?? feeOf(fees, doctor, token);
}

const goesOn = ({ cancelReason }: CancelledToken): boolean =>
  cancelReason === 'transferred' || cancelReason === 'transfer_undone';

/** How much of a payment was put right so far. */
export function putRightOf({ id }: Pick<Payment, 'id'>, payments: readonly Payment[]): number {
  return -sumOf(payments.filter(({ corrects }) => corrects === id));
}

export function sumOf(payments: readonly Pick<Payment, 'amount'>[]): number {
  return payments.reduce((sum, { amount }) => sum + amount, 0);
}
