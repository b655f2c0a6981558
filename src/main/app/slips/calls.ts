import { targetOf } from '../../../shared/model/print-settings';
import { fail, ok } from '../../../shared/result';
import type { Handlers } from '../call';
import type { Commands } from '../run/plan';
import { listSlips, reprintSlip, retrySlip, settleSlip } from './jobs';
import { printersStatus } from './printer-health';
import { sampleTicket } from './sample';
import { readTicket } from './ticket';

/** What is done about slips. */
export const slipCommands = {
  'slips.reprint': reprintSlip,
  'slips.retry': retrySlip,
  'slips.settle': settleSlip,
} satisfies Commands;

/** What became of slips, and the printers. */
export const slipHandlers: Handlers<
  | 'slips.ticket'
  | 'slips.sample'
  | 'slips.job'
  | 'slips.jobs'
  | 'printers.list'
  | 'printers.test'
  | 'printers.status'
> = {
  'slips.ticket': (call, { tokenId, jobId }) => readTicket(call, tokenId, { jobId, drawn: true }),
  'slips.sample': async (call, { station = 'desk' }) => ok(await sampleTicket(call, station)),
  'slips.job': async ({ environment: { store } }, { tokenId }) => {
    const job = await store.printJobOfToken(tokenId);
    return job ? ok(job) : fail('NOT_FOUND', 'No slip was asked for.', { tokenId });
  },
  'slips.jobs': async (call, { states }) => ok(await listSlips(call, states)),
  'printers.list': async ({ environment: { printers } }) => ok([...(await printers.list())]),
  'printers.test': async ({ environment: { printers }, settings }, { station, target, language }) => {
    const { clinic, print } = settings;
    return printers.test(station, target ?? targetOf(print, station), language ?? clinic.language);
  },
  'printers.status': async (call) => ok(await printersStatus(call)),
};
