import { mkdir } from 'node:fs/promises';
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

/** Changes what is kept, as it is by then. */
export function updateSummaries(
  call: Call,
  change: (before: KeptSummaries) => KeptSummaries,
): Promise<KeptSummaries> {
  return inTurn(async () => {
    const after = change(await keptSummaries(call));
    await call.environment.store.saveMeta(SUMMARIES, JSON.stringify(after));
    return after;
  });
}

const shown = ({ written: _written, ...summaries }: KeptSummaries): Summaries => summaries;

export async function summariesNow(call: Call): Promise<Summaries> {
  return shown(await keptSummaries(call));
}

/** Errors: see the contract. */
export async function changeSummaries(
  call: Call,
  { to, periods }: CheckedInput<'reports.changeSummaries'>,
): Promise<Result<Summaries>> {
  const chosen = await folderFor(call, to);
  if (!chosen.ok) return chosen;
  const after = await updateSummaries(call, (before) => ({
    ...before,
    ...(chosen.value !== undefined && { folder: chosen.value }),
    ...(periods && { periods: [...new Set(periods)] }),
    ...(chosen.value !== undefined && chosen.value !== before.folder && { problem: null }),
  }));
  return ok(shown(after));
}

/** Undefined: it stays as it is. No other folder than these: what is named from afar might be anybody's. */
async function folderFor(
  { environment: { exportFolder, chooseFolder }, caller }: Call,
  to: CheckedInput<'reports.changeSummaries'>['to'],
): Promise<Result<string | null | undefined>> {
  if (to === 'asked') {
    if (chooseFolder === undefined || caller.device !== undefined)
      return fail('UNAVAILABLE', 'Please choose the folder at the PC that keeps the data.');
    // Whoever closes the dialog leaves it as it was.
    return ok((await chooseFolder()) ?? undefined);
  }
  if (to !== 'exports') return ok(to === 'nowhere' ? null : undefined);
  try {
    await mkdir(exportFolder, { recursive: true });
    return ok(exportFolder);
  } catch {
    return fail('UNAVAILABLE', `The folder ${exportFolder} could not be made. Is the disk full?`);
  }
}
