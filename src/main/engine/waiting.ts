import { type Instant, MINUTE } from '../../shared/model/time';
import { isListed, type ListedToken, type Token } from '../../shared/model/token';
import { rankTime } from './arrival';
import type { Context } from './context';
import type { Draft } from './draft';
import { isEmergency, leavesTimeToCome } from './place';
import { endOf } from './timing';

/** R10: the waiting list, the best for a seat first: a need gives nobody a seat (R26). */
export function waitingInOrder(tokens: Iterable<Token>, context: Context): ListedToken[] {
  return inOrder(tokens, context, () => 0);
}

/** R18, R26: those of the list who are here, in the order in which they are called in beyond the seats. */
export function callableList(tokens: readonly Token[], context: Context): readonly ListedToken[] {
  const known = called.get(tokens);
  if (known?.now === context.now && known.rules === context.rules) return known.list;
  const hasNeed = ({ precedence }: ListedToken): number => Number(precedence !== null);
  const list = inOrder(tokens, context, hasNeed).filter(({ checkedInAt }) => checkedInAt !== null);
  called.set(tokens, { now: context.now, rules: context.rules, list });
  return list;
}

/** An answer asks for it several times: how many are before somebody, when everybody's turn comes. */
const called = new WeakMap<
  readonly Token[],
  Pick<Context, 'now' | 'rules'> & { readonly list: readonly ListedToken[] }
>();

/** By priority, displaced before waiting, `need` (1 before 0), longest on the list. */
function inOrder(
  tokens: Iterable<Token>,
  context: Context,
  need: (token: ListedToken) => number,
): ListedToken[] {
  const all = Array.isArray(tokens) ? (tokens as readonly Token[]) : [...tokens];
  const at = rankTime(all, context.now);
  const ranked: { readonly token: ListedToken; readonly rank: number }[] = [];
  for (const token of all) {
    if (isListed(token)) ranked.push({ token, rank: agedPriority(token, context.rules, at) });
  }
  ranked.sort(
    (a, b) =>
      a.rank - b.rank ||
      Number(b.token.status === 'displaced') - Number(a.token.status === 'displaced') ||
      need(b.token) - need(a.token) ||
      byPlace(a.token, b.token),
  );
  return ranked.map(({ token }) => token);
}

/** Longest on the list first. Two places are the same only where a transfer found no room between two others. */
function byPlace(a: ListedToken, b: ListedToken): number {
  return a.listSequence - b.listSequence || a.listedAt - b.listedAt || a.sequence - b.sequence;
}

/** R10: priority after aging; emergencies stay strictly first, and a clock set back ages nobody, nor makes anybody younger than the last on the list. */
function agedPriority(token: ListedToken, rules: Context['rules'], at: Instant): number {
  const step = rules.waitingListAgingMinutes * MINUTE;
  if (isEmergency(token) || step === 0) return token.priority;
  return Math.max(2, token.priority - Math.floor((at - token.listedAt) / step));
}

/** R10: when it is the next step older; Infinity: never. */
export function agesAt(token: ListedToken, rules: Context['rules'], at: Instant): Instant {
  const step = rules.waitingListAgingMinutes * MINUTE;
  if (isEmergency(token) || step === 0 || agedPriority(token, rules, at) <= 2) return Infinity;
  return token.listedAt + (Math.floor((at - token.listedAt) / step) + 1) * step;
}

/** R8: does the token still wait for the slot it asked for, and for no other? Not where R11 forbids it that slot. */
export function waitsForAskedSlot(draft: Draft, token: ListedToken): boolean {
  const slot = token.wishedSlotId === null ? undefined : draft.slot(token.wishedSlotId);
  if (slot === undefined || slot.status === 'closed' || endOf(slot) <= draft.now) return false;
  return leavesTimeToCome(draft, slot, token);
}

/** R10: the end of the list, as of now. */
export function newPlaceOnList(draft: Draft): Pick<ListedToken, 'listedAt' | 'listSequence'> {
  return { listedAt: draft.arrival, listSequence: draft.nextListSequence() };
}

/** R21: a place on this list before everybody who came on it later than `listedAt`. */
export function placeByTime(draft: Draft, listedAt: number): Pick<ListedToken, 'listedAt' | 'listSequence'> {
  const line = [...draft.tokens.values()].filter(isListed).sort(byPlace);
  const after = line.findIndex((token) => token.listedAt > listedAt);
  const next = line[after];
  if (!next) return { listedAt, listSequence: draft.nextListSequence() };
  const previous = line[after - 1]?.listSequence ?? next.listSequence - 1;
  return { listedAt, listSequence: (previous + next.listSequence) / 2 };
}
