import type { Payment } from '../../shared/model/payment';
import type { PrintJob } from '../../shared/model/print-job';
import { theClock } from '../app/access/caller';
import { beginCall } from '../app/call';
import type { Environment } from '../app/environment';
import { serviceDayAt } from '../app/time/calendar';
import { PrintFailure } from './failure';
import type { SlipOrder } from './press';

/**
 * What a job asks to be made. Throws `outdated` if its token's day is over: nobody needs that slip any more, and a
 * printer that was off all night must not begin with a heap of yesterday's.
 */
export async function orderOf(environment: Environment, job: PrintJob): Promise<SlipOrder> {
  const { store } = environment;
  const { today, settings } = await beginCall(environment, theClock);
  const key = await store.bookOfToken(job.tokenId);
  const book = key && (await store.book(key, today));
  const token = book?.tokens.find(({ id }) => id === job.tokenId);
  if (!token) throw new PrintFailure('not_rendered', false);
  const payment = job.paymentId === null ? undefined : await store.payment(job.paymentId);
  // A receipt is of the day on which it was asked for.
  const { timeZone, dayStartsAtMinute } = settings.clinic;
  const day = payment ? serviceDayAt(job.createdAt, timeZone, dayStartsAtMinute) : token.serviceDay;
  if (day < today) throw new PrintFailure('outdated', false);
  return {
    subject: { kind: 'token', tokenId: job.tokenId, jobId: job.id },
    station: job.station,
    language: job.language,
    serviceDay: day,
    fileName: fileName(token.number, job),
    keepsDrawerShut: settings.fees.on && !opensDrawer(job, payment),
  };
}

/** For cash alone, once: a receipt that is tried again, or printed again, finds it open or not needed any more. */
function opensDrawer({ copy, attempts }: PrintJob, payment: Payment | undefined): boolean {
  return payment?.way === 'cash' && copy === 0 && attempts === 0;
}

/** No slip overwrites another's PDF: A-001, A-001-duplicate-1, A-001-move-3f2a9c1b, A-001-receipt-3f2a9c1b. */
function fileName(number: string, { id, kind, copy, paymentId }: PrintJob): string {
  if (paymentId !== null) return `${number}-receipt-${id.slice(0, 8)}`;
  if (kind === 'move') return `${number}-move-${id.slice(0, 8)}`;
  return copy === 0 ? number : `${number}-duplicate-${copy}`;
}
