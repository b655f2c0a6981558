import type { Book } from '../../shared/model/book';
import type { Reason } from '../../shared/model/reason';
import { type Instant, SECOND } from '../../shared/model/time';
import type { ActiveToken } from '../../shared/model/token';
import { fail, ok, type Result } from '../../shared/result';
import type { Context } from './context';
import type { Draft } from './draft';
import { firstCallable, type Ranked } from './queue';
import { noShow } from './transitions';

/** What the queue is made of, in the middle of a command. */
export function queueBook(draft: Draft): Parameters<typeof firstCallable>[0] {
  return { slots: draft.slots, tokens: draft.tokens.all(), calls: draft.calls };
}

/** R18: who is to be called next; undefined: nobody may be called now. */
export function nextCallable(draft: Draft): Ranked | undefined {
  return firstCallable(queueBook(draft), draft.context);
}

/** R19: TOO_EARLY while there are recalls left in this round. */
export function checkRecalls(draft: Draft, token: ActiveToken): Result<null> {
  const { maxRecalls } = draft.context.rules;
  if (token.recalls >= maxRecalls) return ok(null);
  return fail('TOO_EARLY', `Call ${token.number} again first (${token.recalls} of ${maxRecalls}).`, {
    rule: 'R19',
    tokenId: token.id,
    recalls: token.recalls,
    maxRecalls,
  });
}

/** R19: TOO_EARLY until somebody called has had the time to answer. */
export function checkGap(draft: Draft, token: ActiveToken): Result<null> {
  const notBefore = heardAt(draft, token);
  if (notBefore <= draft.now) return ok(null);
  const seconds = Math.ceil((notBefore - draft.now) / SECOND);
  return fail('TOO_EARLY', `${token.number} was called just now; wait ${seconds} s more.`, {
    rule: 'R19',
    tokenId: token.id,
    notBefore,
  });
}

/** R19: when the last call counts as not answered. */
export function heardAt({ context }: Pick<Draft, 'context'>, { lastCalledAt }: ActiveToken): Instant {
  // A clock that was set back makes nobody wait for the old one.
  if (lastCalledAt === null || lastCalledAt > context.now) return context.now;
  return lastCalledAt + context.rules.recallGapSeconds * SECOND;
}

/** R19: before this the one who is called may not be called again; null: nobody is called. */
export function recallFrom(book: Book, context: Context): Instant | null {
  for (const token of book.tokens) {
    if (token.status === 'active' && token.stage === 'called') return heardAt({ context }, token);
  }
  return null;
}

/** R19: a round without an answer: the first holds back, the second is a no-show at once. */
export function endRound(draft: Draft, token: ActiveToken): void {
  const round = token.unanswered + 1;
  const reason = { code: 'did_not_answer', rule: 'R19', recalls: token.recalls, round } as const;
  if (round > 1) draft.recordToken('tokenNoShow', noShow(token, draft.now), reason);
  else holdBack(draft, { ...token, unanswered: round }, 'no_answer', reason);
}

/** R19: steps aside until K others were called. */
export function holdBack(
  draft: Draft,
  token: ActiveToken,
  heldFor: NonNullable<ActiveToken['heldFor']>,
  reason: Reason,
): void {
  const heldAt = Math.max(draft.now, lastHeldAt(draft) + 1);
  const held = { stage: 'on_hold', heldAtCall: draft.calls, heldAt, heldFor } as const;
  draft.recordToken('tokenHeld', { ...token, ...held }, reason);
}

/** R19: who was just held back is behind all others who are, in the same instant and on a clock set back too. */
function lastHeldAt(draft: Draft): Instant {
  let last = 0;
  for (const token of draft.tokens.values()) {
    if (token.status === 'active') last = Math.max(last, token.heldAt ?? 0);
  }
  return last;
}
