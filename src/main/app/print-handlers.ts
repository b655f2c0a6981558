import type { printCalls } from '../../shared/contract/print';
import { fail, ok } from '../../shared/result';
import type { Environment } from './environment';
import type { Handlers } from './handlers';
import { reprintSlip } from './slips';
import { ticketOf } from './tickets';

/** Slips and what became of them. */
export function printHandlers(environment: Environment): Handlers<keyof typeof printCalls> {
  return {
    'slips.ticket': ({ tokenId }) => ticketOf(environment, tokenId),
    'slips.job': async ({ tokenId }) => {
      const job = await environment.store.printJobOfToken(tokenId);
      return job ? ok(job) : fail('NOT_FOUND', 'No slip was asked for.', { tokenId });
    },
    'slips.reprint': ({ tokenId }) => reprintSlip(environment, tokenId),
  };
}
