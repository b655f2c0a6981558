import { z } from 'zod';
import { ERASING_OWED } from '../../../shared/model/finding';
import { type TokenId, tokenIdSchema } from '../../../shared/model/ids';
import { isOpen, type Token } from '../../../shared/model/token';
import { cancel, serve } from '../../engine';
import { keptFact } from '../../store/store';
import { theClock } from '../access/caller';
import { actorOf, beginCall } from '../call';
import type { Environment } from '../environment';
import { lineOf } from '../run/audit-line';
import { onToken } from '../run/plan';
import { runPlan } from '../run/run';

const owedSchema = z.array(tokenIdSchema);

/** Visits whose patients are to be erased anew, whatever becomes of this start. */
export async function oweErasing({ store }: Environment, tokenIds: readonly TokenId[]): Promise<void> {
  const owed = (await keptFact(store, ERASING_OWED, owedSchema)) ?? [];
  const all = [...new Set([...owed, ...tokenIds])];
  if (all.length > 0) await store.saveMeta(ERASING_OWED, JSON.stringify(all));
}

/**
 * Erases whom the data name again though they were erased. In the copy some of their visits are not over yet: they were over when
 * their patients were erased, so that they are ended first. One that cannot be ended is owed until its day is closed.
 */
export async function eraseAgain(environment: Environment): Promise<void> {
  const { store, publish } = environment;
  const owed = (await keptFact(store, ERASING_OWED, owedSchema)) ?? [];
  if (owed.length === 0) return;
  for (const token of (await store.keptOf(owed)).tokens) if (isOpen(token)) await end(environment, token);
  const { tokens } = await store.keptOf(owed);
  const over = tokens.filter((token) => !isOpen(token)).map(({ id }) => id);
  if (over.length > 0) {
    const { caller, now } = await beginCall(environment, theClock);
    await store.eraseInSteps(over, lineOf({ kind: 'privacy.erase', input: {} }, actorOf(caller), now));
    publish({ type: 'everythingChanged' });
  }
  const left = tokens.filter(isOpen).map(({ id }) => id);
  await store.saveMeta(ERASING_OWED, JSON.stringify(left));
}

const cancelIt = onToken<{ tokenId: TokenId }>((book, { tokenId }, context) =>
  cancel(book, { tokenId, reason: 'staff' }, context),
);
const serveIt = onToken<{ tokenId: TokenId }>(serve);

async function end(environment: Environment, token: Token): Promise<void> {
  const { id: tokenId } = token;
  const isInside = token.status === 'active' && token.stage === 'in_consultation';
  const act = { kind: isInside ? 'tokens.serve' : 'tokens.cancel', input: { tokenId } } as const;
  const call = await beginCall(environment, theClock, { act });
  const plan = await (isInside ? serveIt : cancelIt)(call, { tokenId });
  if (plan.ok) await runPlan(call, plan.value);
}
