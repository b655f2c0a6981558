import { z } from 'zod';
import type { CheckedInput } from '../../../shared/contract';
import { type Summaries, summariesSchema } from '../../../shared/model/report';
import { fail, ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import { oneAtATime } from '../run/one-at-a-time';

const SUMMARIES = 'reports.summaries';

/** They are read, changed and written by one after the other. */
const inTurn = oneAtATime();

const keptSchema = summariesSchema.extend({
  /** The last day of the newest summary of each kind; until then nothing is written anew. */
  written: z.record(z.string(), z.string()),
});
export type KeptSummaries = z.infer<typeof keptSchema>;

const none: KeptSummaries = {
  ...{ folder: null, periods: ['day', 'week', 'month'], last: null, problem: null, written: {} },
};

export async function keptSummaries({ environment: { store } }: Call): Promise<KeptSummaries> {
  const kept = await store.meta(SUMMARIES);
  return (kept !== undefined && keptSchema.safeParse(JSON.parse(kept)).data) || none;
}

export async function keepSummaries(
  { environment: { store } }: Call,
  summaries: KeptSummaries,
): Promise<void> {
  await store.saveMeta(SUMMARIES, JSON.stringify(summaries));
}

const shown = ({ written: _written, ...summaries }: KeptSummaries): Summaries => summaries;

export async function summariesNow(call: Call): Promise<Summaries> {
  return shown(await keptSummaries(call));
}

/** Errors: UNAVAILABLE nobody sits here to be asked for a folder. */
export async function changeSummaries(
  call: Call,
  { folder, chooseFolder, periods }: CheckedInput<'reports.changeSummaries'>,
): Promise<Result<Summaries>> {
  const { environment, caller } = call;
  let chosen = folder;
  if (chooseFolder) {
    if (environment.chooseFolder === undefined || caller.device !== undefined)
      return fail('UNAVAILABLE', 'Please choose the folder at the PC that keeps the data.');
    // Whoever closes the dialog leaves it as it was.
    chosen = (await environment.chooseFolder()) ?? undefined;
  }
  return inTurn(async () => {
    const before = await keptSummaries(call);
    const isOther = chosen !== undefined && chosen !== before.folder;
    const after: KeptSummaries = {
      ...before,
      ...(chosen !== undefined && { folder: chosen }),
      ...(periods && { periods: [...new Set(periods)] }),
      ...(isOther && { problem: null }),
    };
    await keepSummaries(call, after);
    return ok(shown(after));
  });
}
