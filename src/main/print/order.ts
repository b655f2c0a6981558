import type { PrintJob } from '../../shared/model/print-job';
import { theClock } from '../app/access/caller';
import { beginCall } from '../app/call';
import type { Environment } from '../app/environment';
import { PrintFailure } from './failure';
import type { SlipOrder } from './press';

/**
 * What a job asks to be made. Throws `outdated` if its token's day is over: nobody needs that slip any more, and a
 * printer that was off all night must not begin with a heap of yesterday's.
 */
export async function orderOf(environment: Environment, job: PrintJob): Promise<SlipOrder> {
  const { store } = environment;
  const { today } = await beginCall(environment, theClock);
  const key = await store.bookOfToken(job.tokenId);
  const book = key && (await store.book(key, today));
  const token = book?.tokens.find(({ id }) => id === job.tokenId);
  if (!token) throw new PrintFailure('not_rendered', false);
  if (token.serviceDay < today) throw new PrintFailure('outdated', false);
  return {
    subject: { kind: 'token', tokenId: job.tokenId, jobId: job.id },
    station: job.station,
    language: job.language,
    serviceDay: token.serviceDay,
    fileName: fileName(token.number, job),
  };
}

/** No slip overwrites another's PDF: A-001, A-001-duplicate-1, A-001-move-3f2a9c1b. */
function fileName(number: string, { id, kind, copy }: PrintJob): string {
  if (kind === 'move') return `${number}-move-${id.slice(0, 8)}`;
  return copy === 0 ? number : `${number}-duplicate-${copy}`;
}
