import type { Book } from '../../shared/model/book';
import { type Instant, MINUTE } from '../../shared/model/time';
import type { Token } from '../../shared/model/token';
import { rankTime } from './arrival';
import { waitingHere } from './coming-up';
import { onBreakUntil } from './commands/delay';
import type { Context } from './context';
import { busyElsewhere } from './elsewhere';
import { hasTarget, rankedFrom, targetMinutesOf } from './queue';
import { endOf, phaseOf, startOf } from './timing';

/** Somebody who waits, against how long somebody of that class should wait at most (R18). */
interface Waiter {
  readonly token: Token;
  /** R18: the check-in, or the start of the slot if that is later. */
  readonly since: Instant;
  readonly targetMinutes: number;
  /** Below 0: within the target. */
  readonly overMs: number;
}

/**
 * R18: everybody who is here, waits to be called and has a target, who is furthest over it first. Emergencies have none;
 * who is held back has stepped out.
 */
export function waitsAgainstTarget(book: Book, context: Context): Waiter[] {
  const slots = new Map(book.slots.map((slot) => [slot.id, slot]));
  const at = rankTime(book.tokens, context.now);
  return waitingTokens(book, context)
    .flatMap((token) => {
      if (token.status !== 'active' && token.status !== 'waiting' && token.status !== 'displaced') return [];
      if (token.checkedInAt === null || !hasTarget(token)) return [];
      const since = Math.max(token.checkedInAt, rankedFrom(token, slots) ?? 0);
      const targetMinutes = targetMinutesOf(token, context.rules);
      return [{ token, since, targetMinutes, overMs: at - since - targetMinutes * MINUTE }];
    })
    .sort((one, other) => other.overMs - one.overMs || one.since - other.since);
}

/**
 * Since when the doctor has been free in the hours, or after them, while somebody who may be called waits. Null: is not: somebody
 * is called or inside, it is a break, the hours have not begun or are between two sessions, or nobody waits.
 */
export function idleSince(book: Book, context: Context): Instant | null {
  const { now } = context;
  if (book.status === 'closed' || onBreakUntil(book, now) !== null) return null;
  const isBusy = book.tokens.some(
    (token) => token.status === 'active' && (token.stage === 'called' || token.stage === 'in_consultation'),
  );
  const begun = isBusy ? null : hoursBegan(book, now);
  if (begun === null) return null;
  const arrivals = waitingTokens(book, context)
    .filter((token) => busyElsewhere(context, token) === undefined)
    .flatMap(({ checkedInAt }) => (checkedInAt === null ? [] : [checkedInAt]));
  if (arrivals.length === 0) return null;
  const left = book.tokens.map(({ leftDoorAt }) => leftDoorAt ?? 0);
  return Math.min(now, Math.max(begun, book.breakUntil ?? 0, Math.min(...arrivals), ...left));
}

function waitingTokens(book: Book, context: Context): Token[] {
  const tokens = new Map(book.tokens.map((token) => [token.id, token]));
  return waitingHere(book, context).flatMap((id) => tokens.get(id) ?? []);
}

/** R22: when the session that runs began, or the last one, if no other is to come; null: none runs. */
function hoursBegan({ slots }: Book, now: Instant): Instant | null {
  const open = slots.filter(({ status }) => status === 'open').sort((a, b) => startOf(a) - startOf(b));
  const isIn = (phase: string) => (slot: (typeof open)[number]) => phaseOf(slot, now) === phase;
  const running = open.findIndex(isIn('running'));
  const last = running >= 0 || open.some(isIn('upcoming')) ? running : open.length - 1;
  let first = open[last];
  if (!first) return null;
  for (const before of open.slice(0, last).reverse()) if (endOf(before) >= startOf(first)) first = before;
  return startOf(first);
}
