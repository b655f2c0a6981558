import { currencyOfCountry } from './currency';
import type { Doctor } from './doctor';
import type { FeesSettings } from './fees-settings';
import type { Settings } from './settings';
import type { Source, Token } from './token';

/** What the clinic is paid in. */
export function currencyOf({ fees, clinic }: Pick<Settings, 'fees' | 'clinic'>): string {
  return fees.currency ?? currencyOfCountry(clinic.country);
}

/** `R-000123`. */
export function receiptText(prefix: string, receipt: number): string {
  return `${prefix}${String(receipt).padStart(6, '0')}`;
}

/**
 * What a visit costs by the fees as they are. A follow-up that is due is free where the doctor's rule says so; one without a right
 * to it costs what any visit costs. Where a doctor has no such rule the desk's word is taken for it.
 */
export function feeOf(
  fees: FeesSettings,
  { id, followUp: rule }: Pick<Doctor, 'id' | 'followUp'>,
  { source, followUp }: Pick<Token, 'source' | 'followUp'>,
): number {
  if (source !== 'follow_up') return amountOf(fees, id, source);
  if (followUp === 'due' && rule?.terms === 'free') return 0;
  return amountOf(fees, id, followUp === null || followUp === 'due' ? 'follow_up' : 'walk_in');
}

function amountOf(fees: FeesSettings, doctorId: Doctor['id'], source: Source): number {
  const own = fees.doctors.find((one) => one.doctorId === doctorId);
  return own?.[source] ?? fees.everybody[source];
}

/** What the code for a UPI payment says: to whom, how much in rupees, what for. Null: there is none. */
export function upiText(
  { fees, clinic }: Pick<Settings, 'fees' | 'clinic'>,
  amount: number,
  number: string,
): string | null {
  if (!fees.on || fees.upiId === '' || amount <= 0 || currencyOf({ fees, clinic }) !== 'INR') return null;
  const fields = [
    ['pa', fees.upiId],
    ['pn', fees.upiName || clinic.clinicName],
    ['am', `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`],
    ['cu', 'INR'],
    ['tn', number],
  ] as const;
  return `upi://pay?${fields.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
}
