import { MINUTE } from '../../shared/model/time';
import { isListed, type ListedToken, type Token } from '../../shared/model/token';
import type { Context } from './context';
import type { Draft } from './draft';
import { isEmergency } from './place';
import { endOf } from './timing';

/** R10: the waiting list, the best first. */
export function waitingInOrder(tokens: Iterable<Token>, context: Context): ListedToken[] {
  const ranked = [...tokens].filter(isListed).map((token) => ({
    token,
    rank: agedPriority(token, context),
  }));
  ranked.sort(
    (a, b) =>
      a.rank - b.rank ||
      Number(b.token.status === 'displaced') - Number(a.token.status === 'displaced') ||
      a.token.listSequence - b.token.listSequence,
  );
  return ranked.map(({ token }) => token);
}

/** R10: priority after aging; emergencies stay strictly first, and a clock set back ages nobody. */
function agedPriority(token: ListedToken, { now, rules }: Context): number {
  const step = rules.waitingListAgingMinutes * MINUTE;
  if (isEmergency(token) || step === 0) return token.priority;
  const elapsed = Math.max(0, now - token.listedAt);
  return Math.max(2, token.priority - Math.floor(elapsed / step));
}

/** R8: does the token still wait for the slot it asked for, and for no other? */
export function waitsForAskedSlot(draft: Draft, token: ListedToken): boolean {
  const slot = token.wishedSlotId === null ? undefined : draft.slot(token.wishedSlotId);
  return slot !== undefined && slot.status === 'open' && endOf(slot) > draft.now;
}

/** The next place in line on the list (R10). */
export function nextListSequence(draft: Draft): number {
  let last = 0;
  for (const token of draft.tokens.values()) {
    if (isListed(token)) last = Math.max(last, Math.floor(token.listSequence));
  }
  return last + 1;
}
