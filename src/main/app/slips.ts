import type { TokenId } from '../../shared/model/ids';
import type { PrintJob } from '../../shared/model/view';
import { fail, ok, type Result } from '../../shared/result';
import { newPrintJob } from './commands';
import { contextNow, type Environment } from './environment';

/** One more slip for a token that has one: marked as a reprint in its job. Errors: NOT_FOUND. */
export async function reprintSlip(environment: Environment, tokenId: TokenId): Promise<Result<PrintJob>> {
  const { store, newId, publish, headless } = environment;
  if (headless)
    return fail('UNAVAILABLE', 'This server has no printer; slips are printed at the reception PC.');
  if (!(await store.bookOfToken(tokenId))) return fail('NOT_FOUND', 'There is no such token.', { tokenId });
  const { now } = await contextNow(environment);
  const { language } = (await store.printJobOfToken(tokenId)) ?? (await store.settings()).clinic;
  const job = newPrintJob(newId(), tokenId, language, now);
  await store.savePrintJob(job);
  publish({ type: 'printJobChanged', job });
  return ok(job);
}
