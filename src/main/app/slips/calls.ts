import type { printCalls } from '../../../shared/contract/slips';
import { targetOf } from '../../../shared/model/print-settings';
import { fail, ok } from '../../../shared/result';
import type { Handlers } from '../call';
import type { Environment } from '../environment';
import { listSlips, reprintSlip, retrySlip, settleSlip } from './jobs';
import { sampleTicket } from './sample';
import { ticketOf } from './ticket';

/** Slips and what became of them. */
export function printHandlers(environment: Environment): Handlers<keyof typeof printCalls> {
  return {
    'slips.ticket': ({ tokenId, jobId }) => ticketOf(environment, tokenId, { jobId, drawn: true }),
    'slips.sample': async ({ station = 'desk' }) => ok(await sampleTicket(environment, station)),
    'slips.job': async ({ tokenId }) => {
      const job = await environment.store.printJobOfToken(tokenId);
      return job ? ok(job) : fail('NOT_FOUND', 'No slip was asked for.', { tokenId });
    },
    'slips.jobs': async ({ states }) => ok(await listSlips(environment, states)),
    'slips.reprint': (input) => reprintSlip(environment, input),
    'slips.retry': (input) => retrySlip(environment, input),
    'slips.settle': (input) => settleSlip(environment, input),
    'printers.list': async () => ok([...(await environment.printers.list())]),
    'printers.test': async ({ station, target, language }) => {
      const { clinic, print } = await environment.store.settings();
      return environment.printers.test(
        station,
        target ?? targetOf(print, station),
        language ?? clinic.language,
      );
    },
  };
}
