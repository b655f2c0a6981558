import { serviceDaySchema } from '../../../shared/model/time';
import type { Call } from '../call';

const DAY = 24 * 60 * 60_000;
/** R17: far longer than any program tries again. */
const REQUESTS_KEPT_DAYS = 14;
/** Slips that are done, and calls of the call list: for questions about last month. */
const PAPER_KEPT_DAYS = 60;
/** Of each kind in one step: no step is felt at the desk. */
const STEP = 200;

/**
 * What nothing refers to any more goes, a little in each round. Tokens and events stay for ever.
 */
export async function forgetOld({ environment, now }: Call): Promise<void> {
  const callList = new Date(now - PAPER_KEPT_DAYS * DAY).toISOString().slice(0, 10);
  const before = {
    requests: now - REQUESTS_KEPT_DAYS * DAY,
    printJobs: now - PAPER_KEPT_DAYS * DAY,
    callList: serviceDaySchema.parse(callList),
  };
  await environment.store.forget(before, STEP);
}
