import type { CallOutput } from '../../../shared/contract';
import { ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import { daysAfter } from '../time/calendar';

const DAYS = 28;

/** R26: of the last four weeks, without what was cancelled: so many tokens, and so many of them with precedence. */
export async function countNeeds({
  environment: { store },
  today,
}: Call): Promise<Result<CallOutput<'rules.needs'>>> {
  return ok(await store.countNeeds(daysAfter(today, 1 - DAYS), today));
}
