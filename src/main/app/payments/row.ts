import { currencyOf } from '../../../shared/model/fees';
import { paymentIdSchema } from '../../../shared/model/ids';
import type { Language } from '../../../shared/model/language';
import type { Payment } from '../../../shared/model/payment';
import type { PrintJob } from '../../../shared/model/print-job';
import type { Token } from '../../../shared/model/token';
import type { Reading } from '../../store/store';
import { actorOf, type Call } from '../call';
import { newPrintJob } from '../run/new-job';

type Said = Pick<Payment, 'amount' | 'way' | 'reasonText' | 'fee' | 'corrects'>;

/** The next row: of today, with the next number. */
export function newPayment(
  { environment, caller, now, today }: Call,
  reading: Pick<Reading, 'settings' | 'lastReceipt' | 'visitOf'>,
  { id: tokenId, doctorId, source }: Pick<Token, 'id' | 'doctorId' | 'source'>,
  said: Said,
): Payment {
  return {
    ...said,
    ...{ tokenId, doctorId, source },
    id: paymentIdSchema.parse(environment.newId()),
    receipt: reading.lastReceipt() + 1,
    visitId: reading.visitOf(tokenId),
    serviceDay: today,
    at: now,
    currency: currencyOf(reading.settings),
    by: actorOf(caller),
  };
}

/** Its receipt at the desk's printer, in the language of the token's slip; none where the clinic wants none, or nothing prints. */
export function receiptJobs(
  { environment: { newId, headless }, now }: Call,
  { settings, printJobOfToken }: Pick<Reading, 'settings' | 'printJobOfToken'>,
  { id: paymentId, tokenId }: Payment,
  wished: Language | undefined,
): readonly PrintJob[] {
  const { print, clinic, fees } = settings;
  if (headless || !fees.receipts) return [];
  const language = wished ?? printJobOfToken(tokenId)?.language ?? clinic.language;
  const job = newPrintJob(print, now, { id: newId(), tokenId, paymentId, language, station: 'desk' });
  return job ? [job] : [];
}
